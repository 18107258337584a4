/** Longest text that leaves the core in a summary or in evidence, characters. */
export const maxTextLength = 512;

/**
 * Text that looks like (part of) a token: a base64url run that begins like an encoded JSON object, or any very long run.
 * Claims, key ids and issuers are chosen by their sender, who could put another person's token into them.
 */
const longRun = 120;
const tokenLike = /eyJ[\w-]{8,}(?:\.[\w-]*)*|[\w+/-]{120,}={0,2}/g;

/** Makes a hostile text fit to be stored, shown and reported: bounded, and without anything that could be a token. */
export function redactText(text: string): string {
  const bounded = text.slice(0, maxTextLength);
  // Most claims are short texts, for which the search is not worth its cost.
  if (bounded.length < longRun && !bounded.includes('eyJ')) return bounded;
  return bounded.replace(tokenLike, '[removed]');
}
