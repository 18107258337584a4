import browser from 'webextension-polyfill';

/** A message of the extension's message files, or the empty text when there is none of that name. */
export function readMessage(name: string, substitutions: readonly string[] = []): string {
  return browser.i18n.getMessage(name, [...substitutions]);
}

/** Language of the browser's own surface, BCP 47, e.g. `pt-BR`. */
export const readUiLanguage = (): string => browser.i18n.getUILanguage();
