import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type MessageFile, polyfillOf } from '../support/polyfill.ts';

const { polyfill } = vi.hoisted(() => ({ polyfill: { default: {} as Record<string, unknown> } }));
vi.mock('webextension-polyfill', () => polyfill);
const { countedText } = await import('../../src/ui/counted-text.ts');

function speakIn(language: string, forms: Readonly<Record<string, string>>): void {
  const entries = Object.entries(forms).map(([form, message]) => [
    `days_${form}`,
    { message: message.replace('$COUNT$', '$1').replace('$NAME$', '$2') },
  ]);
  const file: MessageFile = {
    ...Object.fromEntries(entries),
    language_code: { message: language },
  };
  Object.assign(polyfill.default, polyfillOf(file, language).default);
}

beforeEach(() => {
  polyfill.default = {};
});

describe('a sentence about a number', () => {
  test('has two forms in English', () => {
    speakIn('en', { one: '$COUNT$ day', other: '$COUNT$ days' });
    expect([0, 1, 2, 1200].map((count) => countedText('days', count))).toEqual([
      '0 days',
      '1 day',
      '2 days',
      '1,200 days',
    ]);
  });

  test('has six in Arabic', () => {
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
    speakIn('ar', Object.fromEntries(forms.map((form) => [form, form])));
    expect([0, 1, 2, 3, 11, 100].map((count) => countedText('days', count))).toEqual(forms);
  });

  test('has one in Japanese', () => {
    speakIn('ja', { other: '$COUNT$ 日' });
    expect([1, 2].map((count) => countedText('days', count))).toEqual(['1 日', '2 日']);
  });

  test('falls back to the common form where one is left out', () => {
    speakIn('fr', { one: '$COUNT$ jour', other: '$COUNT$ jours' });
    expect(countedText('days', 1_000_000)).toMatch(/jours$/);
  });

  test('takes further words after the number', () => {
    speakIn('en', { one: '$NAME$: $COUNT$', other: '$NAME$: $COUNT$' });
    expect(countedText('days', 3, ['Ada'])).toBe('Ada: 3');
  });
});
