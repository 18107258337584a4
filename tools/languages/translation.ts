import { existsSync, readFileSync } from 'node:fs';
import { type Messages, placeholdersIn } from './message.ts';

/** A translated sentence, beside the English one that it was made from. */
export interface Translated {
  readonly en: string;
  readonly text: string;
}

export type Translation = Readonly<Record<string, Translated>>;

export const translationPath = (language: string): string => `locales/${language}.json`;

/** What somebody translated into a language so far; nothing where there is no file yet. */
export function readTranslation(language: string): Translation {
  const path = translationPath(language);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/**
 * What a language has to say, name to English message: every English message, and of those that speak of a number the forms that this
 * language has for whole numbers (Unicode plural rules). `x_one` beside `x_other` is what makes such a message.
 */
export function listDue(english: Messages, language: string): Messages {
  const forms = pluralForms(language);
  return new Map(
    [...english].flatMap(([name, message]) => {
      const family = /^(.+)_(?:one|other)$/.exec(name)?.[1];
      if (family === undefined || !isCounted(english, family)) return [[name, message]];
      if (name.endsWith('_one')) return forms.has('one') ? [[name, message]] : [];
      return [...forms]
        .filter((form) => form !== 'one')
        .map((form): [string, typeof message] => [`${family}_${form}`, message]);
    }),
  );
}

const isCounted = (english: Messages, family: string): boolean =>
  english.has(`${family}_one`) && english.has(`${family}_other`);

function pluralForms(language: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)).concat('other'));
}

/** What is wrong with a translation, as names of messages; empty lists are good. */
export interface Gaps {
  /** Not translated. */
  readonly missing: readonly string[];
  /** The English sentence was changed since. */
  readonly stale: readonly string[];
  /** Translated, and no part of the extension any more. */
  readonly unused: readonly string[];
  /** Says nothing, or not the same placeholders as the English sentence. */
  readonly broken: readonly string[];
}

export function findGaps(due: Messages, translation: Translation): Gaps {
  const entries = Object.entries(translation);
  return {
    missing: [...due.keys()].filter((name) => !Object.hasOwn(translation, name)),
    stale: entries
      .filter(([name, { en }]) => due.has(name) && due.get(name)?.message !== en)
      .map(([name]) => name),
    unused: entries.filter(([name]) => !due.has(name)).map(([name]) => name),
    broken: entries
      .filter(([name, { text }]) => !isWhole(due.get(name)?.message, text, name))
      .map(([name]) => name),
  };
}

/** A form for one, two or no things can do without the number itself. */
function isWhole(english: string | undefined, text: string, name: string): boolean {
  if (text.trim() === '') return false;
  if (english === undefined) return true;
  const expected = placeholdersIn(english).join();
  const found = placeholdersIn(text).join();
  return (
    found === expected ||
    (/_(?:zero|one|two)$/.test(name) && found === expected.replace(/\$COUNT\$,?/, ''))
  );
}
