import type { Message, Messages } from './message.ts';
import { findGaps, listDue, type Translation } from './translation.ts';

/** Scripts that are written from right to left, among those of living languages. */
const fromTheRight = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'];

/** Browsers name the folder of a language with a low line. */
export const messageFilePath = (language: string): string =>
  `public/_locales/${language.replace('-', '_')}/messages.json`;

/** The message file of English. What is said about each sentence for translators stays in the sources, as the package is to be small. */
export const englishFile = (english: Messages): string => toFile('en', english);

/** The message file of another language. What it lacks, or breaks, is said in English, so that it is said at all. */
export function translatedFile(
  language: string,
  english: Messages,
  translation: Translation,
): string {
  const due = listDue(english, language);
  const broken = new Set(findGaps(due, translation).broken);
  const messages = new Map<string, Message>();
  for (const [name, { message, placeholders }] of due) {
    const translated = broken.has(name) ? undefined : translation[name]?.text;
    messages.set(name, {
      message: translated ?? message,
      ...(placeholders === undefined ? {} : { placeholders }),
    });
  }
  return toFile(language, messages);
}

/** A message file. Each says which language it is, because browsers do not say which one they took. */
export function toFile(language: string, messages: Messages): string {
  const script = new Intl.Locale(language).maximize().script ?? '';
  const own: [string, Message][] = [
    ['language_code', { message: language }],
    ['language_direction', { message: fromTheRight.includes(script) ? 'rtl' : 'ltr' }],
  ];
  // One message a line: a difference can be read, and the package stays small.
  const lines = [...own, ...messages].map(
    ([name, message]) => `${JSON.stringify(name)}:${JSON.stringify({ message: fillIn(message) })}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * A message with what its placeholders stand for, `$1` and so on, in their place: browsers put substitutions in there, and the package is
 * smaller without the list. Two of them with nothing but letters between would be read as the name of a placeholder.
 */
function fillIn({ message, placeholders }: Message): string {
  const text = message.replace(
    /\$(\w+)\$/g,
    (whole, name: string) => placeholders?.[name.toLowerCase()]?.content ?? whole,
  );
  if (/\$\w*\$/.test(text)) throw new Error(`no browser would read this message: ${message}`);
  return text;
}
