/**
 * Characters that a terminal obeys or that change how a text looks without being seen: controls, format characters such as the
 * bidirectional ones of UAX #9, private use and lone surrogates.
 */
export const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/**
 * One line of JSON in which such characters stand escaped (RFC 8259 section 7): the value is the same, and no terminal obeys it.
 */
export const stringifyLine = (value: unknown): string =>
  JSON.stringify(value).replace(invisible, (letter) =>
    [...Array(letter.length).keys()]
      .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
