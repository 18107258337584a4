/** Longest address that is compared, characters. */
export const maxAddressLength = 8_192;

/**
 * An address without query and fragment in the one form that all of its spellings share (RFC 3986 sections 6.2.2 and 6.2.3): scheme
 * and host in lower case, no default port, no dot segments, escapes in upper case and only where they are needed. Null for what is
 * no http address, names a user, or is too long.
 */
export function normalizeAddress(text: string): string | null {
  if (text.length > maxAddressLength || !URL.canParse(text)) return null;
  const { protocol, username, password, host, pathname } = new URL(text);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') {
    return null;
  }
  return `${protocol}//${host}${pathname.replace(/%([0-9a-f]{2})/gi, normalizeEscape)}`;
}

function normalizeEscape(written: string, hex: string): string {
  const letter = String.fromCharCode(Number.parseInt(hex, 16));
  return /[A-Za-z0-9._~-]/.test(letter) ? letter : written.toUpperCase();
}
