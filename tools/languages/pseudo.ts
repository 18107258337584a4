import type { Message, Messages } from './message.ts';

/** Two languages that nobody speaks, for finding text that is not translated and text that does not fit; never part of a release. */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const;
export type PseudoLanguage = (typeof pseudoLanguages)[number];

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';

/** First and last sign of every pseudo message; no other text holds them. */
export const pseudoStart = '⟦';
export const pseudoEnd = '⟧';

/** Accented letters, two fifths longer, in brackets; the second language stands from right to left. Placeholders stay. */
export function pseudoText(message: string, language: PseudoLanguage): string {
  const text = message
    .split(/(\$\w+\$)/)
    .map((part) => (/^\$\w+\$$/.test(part) ? part : accent(part)))
    .join('');
  const length = message.replace(/\$\w+\$/g, '').length;
  const longer = `${text}${' ~'.repeat(Math.ceil((length * 0.4) / 2))}`;
  // Right-to-left override and its end (Unicode standard annex 9): Latin letters that run the other way.
  const turned = language === 'ar-XB' ? `\u202e${longer}\u202c` : longer;
  return `${pseudoStart}${turned}${pseudoEnd}`;
}

const accent = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => accented[letters.indexOf(letter)] ?? letter);

/** English in a pseudo-language. */
export const pseudoMessages = (english: Messages, language: PseudoLanguage): Messages =>
  new Map(
    [...english].map(([name, { message, placeholders }]): [string, Message] => [
      name,
      {
        message: pseudoText(message, language),
        ...(placeholders === undefined ? {} : { placeholders }),
      },
    ]),
  );
