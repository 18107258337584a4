import { readMember, readText } from './claims.ts';
import type { UnverifiedToken } from './token.ts';

/** What a token is made for, by its own claims; `unclear` when they do not say, or say both. */
export type TokenKind = 'id' | 'access' | 'unclear';

/** Claims of an access token alone: RFC 8693 section 4.2, RFC 9068 section 2.2, Microsoft's access token reference, Okta's `cid`. */
const ofAccess = ['scp', 'scope', 'client_id', 'appid', 'appidacr', 'azpacr', 'cid'];
/** Claims of an ID token alone (OpenID Connect Core sections 2, 3.1.3.6 and 3.3.2.11). */
const ofId = ['nonce', 'at_hash', 'c_hash', 's_hash'];

/** Tells an ID token from an access token. Trusts nothing in it: a forger chooses the kind, so no kind may end in silence. */
export function readTokenKind({ members, claims }: UnverifiedToken): TokenKind {
  const typ = members.typ?.toLowerCase() ?? '';
  // RFC 9068 section 2.1.
  if (typ === 'at+jwt' || typ === 'application/at+jwt') return 'access';
  // Keycloak writes the kind into a claim of this name.
  const named = readText(claims, 'typ');
  if (named === 'Bearer' || named === 'DPoP') return 'access';
  if (named === 'ID') return 'id';
  const has = (name: string) => readMember(claims, name) !== undefined;
  const isAccess = ofAccess.some(has);
  const isId = ofId.some(has);
  if (isAccess === isId) return 'unclear';
  return isAccess ? 'access' : 'id';
}
