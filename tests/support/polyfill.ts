import { readFileSync } from 'node:fs';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** Messages of one language, by their names. */
export type MessageFile = Readonly<Record<string, Message>>;

/** The real message file of a language, by the name of its folder. */
export const readMessageFile = (folder: string): MessageFile =>
  JSON.parse(readFileSync(`public/_locales/${folder}/messages.json`, 'utf8'));

/** As browsers do it: `$NAME$` becomes the substitution that its placeholder names. */
const getMessageOf =
  (messages: MessageFile) =>
  (name: string, substitutions: readonly string[] = []): string => {
    const entry = messages[name];
    if (entry === undefined) return '';
    return entry.message.replace(/\$([A-Z_]+)\$/g, (_whole, placeholder: string) => {
      const content = entry.placeholders?.[placeholder.toLowerCase()]?.content ?? '';
      return substitutions[Number(content.slice(1)) - 1] ?? '';
    });
  };

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
