import { readFileSync } from 'node:fs';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const messages: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);

/** As browsers do it: `$NAME$` becomes the substitution that its placeholder names. */
function getMessage(name: string, substitutions: readonly string[] = []): string {
  const entry = messages[name];
  if (entry === undefined) return '';
  return entry.message.replace(/\$([A-Z_]+)\$/g, (_whole, placeholder: string) => {
    const content = entry.placeholders?.[placeholder.toLowerCase()]?.content ?? '';
    return substitutions[Number(content.slice(1)) - 1] ?? '';
  });
}

/** What pages need of a browser, for tests without one: the real English sentences, and no background. */
export const polyfill = {
  default: {
    i18n: { getMessage, getUILanguage: () => 'en' },
    runtime: { sendMessage: async () => undefined, onMessage: { addListener: () => undefined } },
    tabs: { query: async () => [] },
  },
};
