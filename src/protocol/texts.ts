import { readMessage, readUiLanguage } from '../platform/i18n.ts';

/** A sentence in the person's language; its name where a message file lacks it, so that the gap is seen. */
export function text(name: string, substitutions: readonly string[] = []): string {
  return readMessage(name, substitutions) || name;
}

/** Language that the texts are in, BCP 47: each message file says its own. */
export const textLanguage = (): string => text('language_code');

/** Where lines begin in that language. */
export const textDirection = (): 'ltr' | 'rtl' =>
  text('language_direction') === 'rtl' ? 'rtl' : 'ltr';

/**
 * Language for numbers, times and lists, BCP 47. The browser's where the texts are in it too, because it can say more, as `de-AT` does;
 * else that of the texts, so that no sentence mixes two.
 */
export function uiLanguage(): string {
  const ofBrowser = readUiLanguage();
  const ofTexts = textLanguage();
  return base(ofBrowser) === base(ofTexts) ? ofBrowser : ofTexts;
}

const base = (language: string): string => language.split(/[-_]/)[0] ?? '';
