/** Longest text that is searched, characters; most tokens that are taken from one text. */
export const maxSearchedLength = 1_048_576;
export const maxFound = 32;

/** How base64url begins for `{"` and for `{` with white space behind it. */
const starts = ['eyJ', 'ewo', 'ew0', 'eyA'];
/** Segments of RFC 7515 section 7.1 and RFC 7516 section 7.1, padded ones included; not inside of a longer word. */
const compact = /(?<![\w.-])e[yw][\w-]{2,}={0,2}(?:\.[\w-]*={0,2}){1,4}/g;

/**
 * Finds compact tokens in any text: a storage value, a cookie, an address, percent-encoded or not. Proves nothing about them. May miss what is written differently or lies beyond the bounds. Linear in the text's length.
 */
export function findTokensInText(text: string): readonly string[] {
  const searched = text.slice(0, maxSearchedLength);
  // Most texts hold none, and the cheap look decides.
  if (!starts.some((start) => searched.includes(start))) return [];
  const found = new Set<string>();
  for (const [token] of decodePercents(searched).matchAll(compact)) {
    if (starts.some((start) => token.startsWith(start)) && token.indexOf('.') > 8) found.add(token);
    if (found.size >= maxFound) break;
  }
  return [...found];
}

/** Undoes the percent-encoding (RFC 3986 section 2.1) of visible ASCII; nothing else can be part of a token or stand beside one. */
const decodePercents = (text: string): string =>
  text.includes('%')
    ? text.replaceAll(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
