import { findUntranslated } from './untranslated.ts';

/** What is the same in every language: names of webmails and of services, and what the background said. */
const data =
  /Outlook|Countersign|Microsoft (?:account|Entra ID)|older form|Azure AD B2C|https:\/\/\S+|[\w.]+\.example/g;
/** Words in dates, as `Intl` writes them in English and Arabic. */
const calendar = ['en', 'ar'].flatMap((language) =>
  (['full', 'medium'] as const).flatMap((dateStyle) =>
    Array.from({ length: 24 }, (_, at) => Date.UTC(2026, at / 2, 1 + at, at)).flatMap((atMs) =>
      new Intl.DateTimeFormat(language, { dateStyle, timeStyle: 'short' })
        .formatToParts(atMs)
        .map(({ value }) => value)
        .filter((value) => /\p{L}/u.test(value)),
    ),
  ),
);
const dates = new RegExp(calendar.sort((a, b) => b.length - a.length).join('|'), 'g');
/** Words between names, as `Intl` lists them. */
const listing = /\b(?:and|or)\b|(?<= )و/g;

/**
 * Texts of a page that are no message, where messages are in a pseudo-language: names, dates and lists left out.
 * @param more further data that the page shows
 */
export const findSentences = (page: Element, more = /(?!)/g): readonly string[] =>
  findUntranslated(page).filter((text) =>
    /\p{L}{2}/u.test(
      [data, dates, listing, more].reduce((rest, known) => rest.replace(known, ''), text),
    ),
  );
