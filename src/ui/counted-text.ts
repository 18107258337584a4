import { text, uiLanguage } from '../protocol/texts.ts';

/**
 * A sentence about a number of things, in the form that the language has for it: `name_one`, `name_other` and, where a language has them,
 * `name_zero`, `name_two`, `name_few` and `name_many`. In English only `_one` and `_other` are written. The number, as people of that
 * language write it, is the first substitution.
 */
export function countedText(
  name: string,
  count: number,
  substitutions: readonly string[] = [],
): string {
  const language = uiLanguage();
  const all = [new Intl.NumberFormat(language).format(count), ...substitutions];
  const form = `${name}_${new Intl.PluralRules(language).select(count)}`;
  const said = text(form, all);
  // Forms that only huge numbers have, as in "a million of", are left out.
  return said === form ? text(`${name}_other`, all) : said;
}
