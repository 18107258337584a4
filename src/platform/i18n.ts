import browser from 'webextension-polyfill';

/** A message file of the extension as it was read: name to message. Null: the browser's choice of language holds. */
let chosen: object | null = null;
let newest = 0;

/** A message of the extension's message files, or the empty text when there is none of that name. */
export function readMessage(name: string, substitutions: readonly string[] = []): string {
  return readChosen(name, substitutions) ?? browser.i18n.getMessage(name, [...substitutions]);
}

/** Language of the browser's own surface, BCP 47, e.g. `pt-BR`. */
export const readUiLanguage = (): string => browser.i18n.getUILanguage();

/**
 * Makes `readMessage` speak a language of the extension (BCP 47), whatever the browser's is; `auto` is the browser's own.
 * Resolves when it does. A file that cannot be read leaves the browser's language; of two calls the later one counts.
 */
export async function speak(language: string): Promise<void> {
  const asked = ++newest;
  const messages = language === 'auto' ? null : await readMessageFile(language);
  if (asked === newest) chosen = messages;
}

/** Browsers read a language from a folder that is named with a low line. */
async function readMessageFile(language: string): Promise<object | null> {
  const path = `_locales/${language.replace('-', '_')}/messages.json`;
  try {
    const messages: unknown = await (await fetch(browser.runtime.getURL(path))).json();
    return typeof messages === 'object' ? messages : null;
  } catch {
    return null;
  }
}

/** As browsers do it: `$1` is the first substitution, and so on. */
function readChosen(name: string, substitutions: readonly string[]): string | undefined {
  const entry: unknown =
    chosen !== null && Object.hasOwn(chosen, name) ? Reflect.get(chosen, name) : null;
  const message: unknown =
    typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'message') : null;
  if (typeof message !== 'string') return undefined;
  return message.replace(/\$([1-9])/g, (_whole, digit) => substitutions[Number(digit) - 1] ?? '');
}
