import { invisible } from '../input/stringify-line.ts';

/** A hostile text with its invisible characters as code points. */
export const makeVisible = (text: string): string =>
  text.replace(
    invisible,
    (letter) => `<U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
