import { readMessage, readUiLanguage } from '../platform/i18n.ts';

/** A sentence in the browser's language; its name where a message file lacks it, so that the gap is seen. */
export function text(name: string, substitutions: readonly string[] = []): string {
  return readMessage(name, substitutions) || name;
}

export const uiLanguage = readUiLanguage;
