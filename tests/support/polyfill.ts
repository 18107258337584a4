import { readFileSync } from 'node:fs';

interface Message {
  readonly message: string;
}

/** Messages of one language, by their names. */
export type MessageFile = Readonly<Record<string, Message>>;

/** The real message file of a language, by the name of its folder. */
export const readMessageFile = (folder: string): MessageFile =>
  JSON.parse(readFileSync(`public/_locales/${folder}/messages.json`, 'utf8'));

/** As browsers do it: `$1` becomes the first substitution. */
const getMessageOf =
  (messages: MessageFile) =>
  (name: string, substitutions: readonly string[] = []): string =>
    messages[name]?.message.replace(
      /\$([1-9])/g,
      (_whole, digit) => substitutions[Number(digit) - 1] ?? '',
    ) ?? '';

/** What pages need of a browser, for tests without one: the sentences of a language, and no background. */
export const polyfillOf = (messages: MessageFile, uiLanguage: string) => ({
  default: {
    i18n: { getMessage: getMessageOf(messages), getUILanguage: () => uiLanguage },
    runtime: { sendMessage: async () => undefined, onMessage: { addListener: () => undefined } },
    tabs: { query: async () => [] },
  },
});

/** The same, with the real English sentences. */
export const polyfill = polyfillOf(readMessageFile('en'), 'en');
