/**
 * Characters that a terminal obeys or that change how a text looks without being seen: controls, format characters such as the
 * bidirectional ones of UAX #9, unassigned use and lone surrogates.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** A hostile text with its invisible characters as code points. */
export const makeVisible = (text: string): string =>
  text.replace(
    invisible,
    (letter) => `<U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
