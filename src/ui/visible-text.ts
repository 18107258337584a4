/** Longest hostile value that is shown in one piece. */
export const maxShownLength = 300;

/**
 * Characters that change how a text looks without being seen: controls, the bidirectional ones of UAX #9 and other
 * invisible format characters. A value with them could read as another one.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** A hostile value fit for a text node: invisible characters become their code points, long values are cut. */
export function makeVisible(text: string): string {
  const cut = text.length > maxShownLength ? `${text.slice(0, maxShownLength)}\u2026` : text;
  return cut.replace(invisible, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}
