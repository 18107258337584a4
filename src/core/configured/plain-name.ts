/** Controls, ends of lines, and the characters of UAX #9 that turn text around: in a title or a notification they could make it read as another one. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The name that somebody gave an issuer or a webmail, fit for titles and notifications, which browsers show as they are. Joiners stay, as
 * some scripts cannot be written without them. `otherwise` where nothing is left of it.
 */
export function plainName(name: string | undefined, otherwise: string): string {
  const plain = name?.replace(unsafe, '').trim() ?? '';
  return plain === '' ? otherwise : plain;
}
