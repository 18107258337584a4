import { type FoundToken, foundAt, type Pair } from './found.ts';
import { type NamedAs, readName } from './names.ts';
import { isMasked, looksCompact, maxCredentialCharacters } from './shapes.ts';
import type { Tally } from './tally.ts';

/** A shorter value under a token's name is a word, not a token. */
const leastCharacters = 16;

/** A credential taken from a named value, and what its name says. */
export interface Taken {
  readonly token: FoundToken;
  readonly named: NamedAs;
}

/**
 * Takes a credential from a named value: whatever stands under the name of a token, and what looks like a compact token under
 * any other name. Null when there is none, or one that is left out, which `tally` then counts.
 */
export function takeCredential({ name, value, place }: Pair, tally: Tally): Taken | null {
  const named = readName(name);
  const credential = value.trim().replace(/^(?:bearer|dpop)\s+/i, '');
  if (named === 'not-a-token') return null;
  if (credential.length > maxCredentialCharacters) {
    if (named !== 'anything') tally.leaveOut('too-large');
    return null;
  }
  const isToken = looksCompact(credential);
  if (named === 'refresh-token') {
    if (isToken || credential.length >= leastCharacters) tally.leaveOut('refresh-token');
    return null;
  }
  if (named === 'own-proof') {
    if (isToken) tally.leaveOut('own-proof');
    return null;
  }
  const hasTokenName = named === 'id-token' || named === 'access-token';
  const mayBe = credential.length >= leastCharacters && !/\s/.test(credential);
  const isTaken = isToken || (hasTokenName && (mayBe || isMasked(credential)));
  return isTaken ? { token: withMask(foundAt(place, credential)), named } : null;
}

/** Says so when somebody has put something else in the place of the credential. */
export const withMask = (token: FoundToken): FoundToken =>
  isMasked(token.credential) ? { ...token, withheld: 'masked' } : token;

/** A companion that can be compared with hashes in an ID token: not what stands in its place. */
export const companionOf = (pairs: readonly Pair[], isWanted: (name: string) => boolean) => {
  const value = pairs.find(({ name }) => isWanted(name))?.value ?? '';
  return value === '' || isMasked(value) ? null : value;
};
