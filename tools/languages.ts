import { readFileSync, writeFileSync } from 'node:fs';
import { languages } from '../src/protocol/languages.ts';
import { readEnglish } from './languages/english.ts';
import {
  findGaps,
  listDue,
  readTranslation,
  type Translated,
  translationPath,
} from './languages/translation.ts';

/**
 * What translators need (docs/translating.md). Without arguments: what each language lacks. `due CODE`: the English sentences that are to be
 * translated, as JSON. `take CODE FILE`: takes over a file of the same form with the translations in it.
 */
const [command, language = '', file = ''] = process.argv.slice(2);
const english = await readEnglish();

if (command === undefined) {
  for (const code of languages.filter((one) => one !== 'en')) {
    const gaps = Object.entries(findGaps(listDue(english, code), readTranslation(code)));
    console.log(`${code}: ${gaps.map(([gap, names]) => `${names.length} ${gap}`).join(', ')}`);
    for (const [gap, names] of gaps.filter(([kind]) => kind !== 'missing')) {
      for (const name of names) console.log(`  ${gap}: ${name}`);
    }
    if (gaps.some(([, names]) => names.length > 0)) process.exitCode = 1;
  }
} else if (command === 'due') {
  const due = listDue(english, language);
  const { missing, stale, broken } = findGaps(due, readTranslation(language));
  const wanted = new Set([...missing, ...stale, ...broken]);
  const sentences = [...due].filter(([name]) => wanted.has(name));
  console.log(
    JSON.stringify(
      Object.fromEntries(sentences.map(([name, { message }]) => [name, message])),
      null,
      2,
    ),
  );
} else if (command === 'take') {
  take(JSON.parse(readFileSync(file, 'utf8')));
} else {
  console.error('languages | languages due CODE | languages take CODE FILE');
  process.exitCode = 1;
}

/** Adds translations beside the English sentences of today, and drops those of sentences that are gone; in the order of the sources. */
function take(texts: Readonly<Record<string, string>>): void {
  const due = listDue(english, language);
  const known = readTranslation(language);
  const unknown = Object.keys(texts).filter((name) => !due.has(name));
  if (unknown.length > 0) console.error(`no such messages: ${unknown.join(', ')}`);
  const entries = [...due].flatMap(([name, { message }]): [string, Translated][] => {
    const text = texts[name];
    if (text !== undefined) return [[name, { en: message, text }]];
    const before = known[name];
    return before === undefined ? [] : [[name, before]];
  });
  writeFileSync(
    translationPath(language),
    `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`,
  );
}
