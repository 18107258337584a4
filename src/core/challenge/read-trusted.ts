import { isNameLetter, isSpace, readQuoted } from '../token/auth-params.ts';

/** Longest `WWW-Authenticate` value that is read, characters, and most of one answer. */
export const maxChallengeLength = 16_384;
export const maxChallenges = 8;
/** Most issuers of a list, the longest name of one, characters, and most wildcards in it. */
export const maxTrusted = 64;
export const maxTrustedLength = 256;
export const maxWildcards = 3;

/** What a server says of whom it trusts. Nothing of it is verified: it is what it says, no more. */
export interface ServerTrust {
  /** Names of issuers as it writes them, `*` for any text. */
  readonly issuers: readonly string[];
  /** Hosts at which it has people sign in. */
  readonly signInHosts: readonly string[];
}

/** What Microsoft's names of issuers are made of: addresses, and principals with their realm. */
const plainName = /^[\w.:/@{}*-]+$/;

/**
 * Whom a server says it trusts, out of its `WWW-Authenticate` headers (RFC 9110 section 11.6.1): Exchange and SharePoint name issuers in
 * `trusted_issuers` of their `Bearer` challenge, between commas ([MS-XOAUTH] section 4.6,
 * https://msdn.microsoft.com/en-us/library/jj709861(v=exchg.80).aspx, read 2026-11-25), and beside it the address of the sign-in in
 * `authorization_uri`. Null where no list stands there, and where one cannot be read to its end: a list of which a part is missing says
 * nothing. Linear in the length.
 */
export function readServerTrust(challenges: readonly string[]): ServerTrust | null {
  if (challenges.length === 0 || challenges.length > maxChallenges) return null;
  const issuers: string[] = [];
  const signInHosts: string[] = [];
  for (const challenge of challenges) {
    if (challenge.length > maxChallengeLength) return null;
    const found = findParameters(challenge);
    if (found === null) return null;
    for (const address of found.addresses) {
      if (URL.canParse(address)) signInHosts.push(new URL(address).hostname);
    }
    const names = found.lists.flatMap((list) => list.split(',').map((name) => name.trim()));
    for (const name of names) {
      if (name === '') continue;
      if (!isReadable(name) || issuers.length >= maxTrusted) return null;
      issuers.push(name);
    }
  }
  if (issuers.length === 0) return null;
  return Object.freeze({
    issuers: Object.freeze(issuers),
    signInHosts: Object.freeze(signInHosts.slice(0, maxChallenges)),
  });
}

const isReadable = (name: string): boolean =>
  name.length <= maxTrustedLength &&
  plainName.test(name) &&
  name.split('*').length <= maxWildcards + 1;

interface Found {
  readonly lists: string[];
  readonly addresses: string[];
}

/** The quoted values of both parameters, whatever challenges stand beside them; null where a value is not quoted to its end. */
function findParameters(text: string): Found | null {
  const found: Found = { lists: [], addresses: [] };
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      const skipped = readQuoted(text, at + 1);
      if (skipped === null) return null;
      at = skipped.end;
      continue;
    }
    if (!isNameLetter(text[at] ?? '')) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && isNameLetter(text[at] ?? '')) at++;
    const values = valuesOf(found, text.slice(start, at));
    if (values === null) continue;
    const equals = skipSpaces(text, at);
    if (text[equals] !== '=') continue;
    const quote = skipSpaces(text, equals + 1);
    const value = text[quote] === '"' ? readQuoted(text, quote + 1) : null;
    if (value === null) return null;
    values.push(value.text);
    at = value.end;
  }
  return found;
}

/** Names of parameters have no case (RFC 9110 section 11.2). */
function valuesOf({ lists, addresses }: Found, name: string): string[] | null {
  switch (name.length > 20 ? '' : name.toLowerCase()) {
    case 'trusted_issuers':
      return lists;
    case 'authorization_uri':
      return addresses;
    default:
      return null;
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at] ?? '')) at++;
  return at;
}

/** Whether an issuer's name is one of a server's list. Letters are compared without case, so that nothing is told on their account. */
export function isNamed(iss: string, names: readonly string[]): boolean {
  const name = iss.toLowerCase();
  return names.some((pattern) => fits(name, pattern.toLowerCase().split('*')));
}

/** Whether a text consists of these pieces in this order, with anything between them. */
function fits(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
