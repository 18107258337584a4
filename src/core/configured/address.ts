/** Longest address of an issuer, a document or a page that is taken, characters. */
export const maxAddressLength = 512;

/** Host names as in RFC 1123 section 2.1, lower case; names in other scripts as browsers write them (RFC 5891 section 4.4). */
const hostName =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names that lead to the computer itself (RFC 6761 section 6.3). */
const ownNames = /(?:^|\.)localhost$/;

/**
 * Whether a text is the name of one host: lower case, no port, no wildcard, no number in any notation, not the computer itself. The
 * last label begins with a letter, so that no way of writing an IPv4 address passes for a name.
 */
export const isHostName = (text: string): boolean => hostName.test(text) && !ownNames.test(text);

/**
 * Whether a text is an https address that means to every reader what it says: exactly as the URL Standard would write it (so no other
 * spelling of the host, no dotted segments, no white space), with a host name, without user, query or fragment. A path may end in a slash or
 * not, and an address without a path may lack its slash: both are compared as written.
 */
export function isPlainAddress(text: string): boolean {
  if (text.length > maxAddressLength || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol !== 'https:' || !isHostName(url.hostname)) return false;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return false;
  }
  if (/[?#%\\]/.test(text)) return false;
  return url.href === text || (url.pathname === '/' && url.href === `${text}/`);
}

/** The host name of a plain address, without its port. */
export const hostOfAddress = (address: string): string => new URL(address).hostname;

/** Whether a text is a plain address, but for a query of ordinary letters: some services tell key sets apart by one. */
export function isKeyAddress(text: string): boolean {
  const at = text.indexOf('?');
  if (at < 0) return isPlainAddress(text);
  if (text.length > maxAddressLength) return false;
  return /^\?[\w=&.~:/-]*$/.test(text.slice(at)) && isPlainAddress(text.slice(0, at));
}
