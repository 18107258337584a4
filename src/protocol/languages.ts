/**
 * Languages of the extension's own texts, BCP 47. A further one is one line here and one file in `locales/` (docs/translating.md).
 */
export const languages = ['en', 'de', 'es', 'fr', 'pt-BR', 'ja', 'zh-CN', 'ar'] as const;
export type Language = (typeof languages)[number];

/** A language, or `auto`: the browser's own. */
export type LanguageChoice = 'auto' | Language;

/** Name on disk of what the person chose. */
export const settingsRecord = 'settings';

/** The choice in a stored record of settings that nobody has parsed yet; `auto` where none can be read. */
export function languageIn(record: unknown): LanguageChoice {
  if (typeof record !== 'object' || record === null) return 'auto';
  const choice: unknown = Reflect.get(record, 'language');
  return languages.find((language) => language === choice) ?? 'auto';
}
