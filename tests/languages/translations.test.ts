import { describe, expect, test } from 'vitest';
import { languages } from '../../src/protocol/languages.ts';
import { readEnglish } from '../../tools/languages/english.ts';
import type { Message, Messages } from '../../tools/languages/message.ts';
import { englishFile, translatedFile } from '../../tools/languages/message-file.ts';
import {
  findGaps,
  listDue,
  readTranslation,
  type Translation,
} from '../../tools/languages/translation.ts';

const english = await readEnglish();
const others = languages.filter((language) => language !== 'en');

describe.each(others)('the translation into %s', (language) => {
  const translation = readTranslation(language);
  const gaps = findGaps(listDue(english, language), translation);

  test('has every sentence: npm run languages says which are due', () => {
    expect(gaps.missing).toEqual([]);
  });

  test('was made from the English sentences of today', () => {
    expect(gaps.stale).toEqual([]);
  });

  test('says nothing that the extension does not', () => {
    expect(gaps.unused).toEqual([]);
  });

  test('has the placeholders of the English sentences', () => {
    expect(gaps.broken).toEqual([]);
  });

  test('keeps the name of the extension in every sentence that has it', () => {
    const lost = Object.entries(translation).filter(
      ([, { en, text }]) => en.includes('Countersign') && !text.includes('Countersign'),
    );
    expect(lost.map(([name]) => name)).toEqual([]);
  });

  test('has a description that fits the stores', () => {
    expect(translation['app_description']?.text.length ?? 0).toBeLessThanOrEqual(132);
  });

  test('shows no sign of unfinished work, no markup and no straight quotation marks', () => {
    const odd = Object.entries(translation).filter(([, { text }]) =>
      /TODO|FIXME|[<>"]|^\s|\s$|\u00a0\u00a0| {2}/.test(text),
    );
    expect(odd.map(([name]) => name)).toEqual([]);
  });
});

describe('what a translation lacks', () => {
  const message = (text: string): Message => ({ message: text });
  const due: Messages = new Map([
    ['here', { message: 'Here is $WHAT$', placeholders: { what: { content: '$1' } } }],
    ['there', message('There')],
  ]);
  const whole: Translation = {
    here: { en: 'Here is $WHAT$', text: 'Hier ist $WHAT$' },
    there: { en: 'There', text: 'Dort' },
  };
  const none = { missing: [], stale: [], unused: [], broken: [] };

  test('is nothing when all is there', () => {
    expect(findGaps(due, whole)).toEqual(none);
  });

  test.each([
    ['a message', { here: whole['here'] }, { missing: ['there'] }],
    [
      'a new translation',
      { ...whole, there: { en: 'Over there', text: 'x' } },
      { stale: ['there'] },
    ],
    ['a message to be of', { ...whole, gone: { en: 'Gone', text: 'Weg' } }, { unused: ['gone'] }],
    [
      'a placeholder',
      { ...whole, here: { en: 'Here is $WHAT$', text: 'x' } },
      { broken: ['here'] },
    ],
    ['words', { ...whole, there: { en: 'There', text: ' ' } }, { broken: ['there'] }],
  ])('%s', (_name, translation, expected) => {
    expect(findGaps(due, translation as Translation)).toEqual({ ...none, ...expected });
  });

  test('is said in English', () => {
    const file = JSON.parse(
      translatedFile('de', due, { here: { en: 'Here is $WHAT$', text: 'ohne' } }),
    );
    expect(file['here'].message).toBe('Here is $1');
    expect(file['there'].message).toBe('There');
  });
});

describe('a message file', () => {
  const withParts = (message: string): Messages =>
    new Map([['m', { message, placeholders: { a: { content: '$1' }, b: { content: '$2' } } }]]);

  test('holds substitutions where its placeholders were', () => {
    expect(JSON.parse(englishFile(withParts('From $A$ to $B$')))['m']).toEqual({
      message: 'From $1 to $2',
    });
  });

  test.each(['$A$$B$', '$A$to$B$', '$OTHER$'])('cannot hold %s, which no browser reads', (text) => {
    expect(() => englishFile(withParts(text))).toThrow('no browser');
  });
});

describe('a message about a number', () => {
  const counted: Messages = new Map([
    ['days_one', { message: '$COUNT$ day' }],
    ['days_other', { message: '$COUNT$ days' }],
    ['allow_one', { message: 'Allow' }],
  ]);

  test.each([
    ['de', ['days_one', 'days_other']],
    ['fr', ['days_one', 'days_other']],
    ['ja', ['days_other']],
    ['ar', ['days_few', 'days_many', 'days_one', 'days_other', 'days_two', 'days_zero']],
  ])('has the forms that whole numbers have in %s', (language, names) => {
    const due = [...listDue(counted, language).keys()];
    expect(due.filter((name) => name.startsWith('days')).sort()).toEqual(names);
    expect(due).toContain('allow_one');
  });

  test('may leave out the number where its form says it', () => {
    const due = listDue(counted, 'ar');
    const said = (name: string, text: string) =>
      findGaps(due, { [name]: { en: due.get(name)?.message ?? '', text } }).broken;
    expect(said('days_two', 'يومان')).toEqual([]);
    expect(said('days_many', 'يومًا')).toEqual(['days_many']);
  });
});
