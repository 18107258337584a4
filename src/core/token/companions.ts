import type { UseContext } from '../sighting.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { readMember, readText } from './claims.ts';
import { decodeCredential, maxCredentialLength } from './decode.ts';
import type { UnverifiedToken } from './token.ts';

/** How a code or access token compares with what the ID token beside it says about it. */
export type CompanionCheck =
  /** Nothing came with the ID token. */
  | 'absent'
  /** The ID token says nothing about it. */
  | 'unstated'
  | 'fits'
  | 'differs'
  /** The ID token's algorithm names no hash. */
  | 'hash-unknown'
  | 'too-long';

/** What came in the same answer as an ID token. */
export interface CompanionFacts {
  /** `c_hash`, OpenID Connect Core section 3.3.2.11. */
  readonly code: CompanionCheck;
  /** `at_hash`, OpenID Connect Core sections 3.2.2.9 and 3.3.2.11. */
  readonly accessToken: CompanionCheck;
  /** Whom the access token names, where it can be read and says both. */
  readonly accessTokenAccount: { readonly tenant: string; readonly object: string } | null;
}

export const noCompanions: CompanionFacts = Object.freeze({
  code: 'absent',
  accessToken: 'absent',
  accessTokenAccount: null,
});

/** The hash that goes with a signature algorithm (RFC 7518 section 3.1). OpenID Connect Core names none for EdDSA. */
const hashes: Readonly<Record<string, 'SHA-256' | 'SHA-384' | 'SHA-512'>> = Object.freeze(
  Object.fromEntries(
    (['256', '384', '512'] as const).flatMap((size) =>
      ['RS', 'PS', 'ES', 'HS'].map((family) => [`${family}${size}`, `SHA-${size}` as const]),
    ),
  ),
);

/**
 * Compares an ID token with the code and the access token of the same answer. They are taken for companions only where the
 * token was presented as an ID token. Costs a hash for each companion that the token has a claim for, nothing otherwise.
 */
export async function checkCompanions(
  token: UnverifiedToken,
  { presentedAs, code, accessToken }: UseContext,
): Promise<CompanionFacts> {
  if (presentedAs !== 'id-token' || (code === null && accessToken === null)) return noCompanions;
  return Object.freeze({
    code: await compare(token, 'c_hash', code),
    accessToken: await compare(token, 'at_hash', accessToken),
    accessTokenAccount: accessToken === null ? null : readAccount(accessToken),
  });
}

async function compare(
  { claims, members }: UnverifiedToken,
  claim: 'c_hash' | 'at_hash',
  companion: string | null,
): Promise<CompanionCheck> {
  if (companion === null) return 'absent';
  const stated = readMember(claims, claim) ?? null;
  if (stated === null) return 'unstated';
  if (companion.length > maxCredentialLength) return 'too-long';
  const { alg } = members;
  const hash = alg !== null && Object.hasOwn(hashes, alg) ? hashes[alg] : undefined;
  if (hash === undefined) return 'hash-unknown';
  // A claim of another type cannot be the hash of anything.
  const decoded = typeof stated === 'string' ? decodeBase64url(stated) : null;
  if (decoded === null || !decoded.ok) return 'differs';
  const digest = new Uint8Array(
    await crypto.subtle.digest(hash, new TextEncoder().encode(companion)),
  );
  const said = encodeBase64url(decoded.value.bytes);
  // The left half is what the standard asks for; the whole says no less, and some issuers have written it.
  const fits =
    said === encodeBase64url(digest.subarray(0, digest.length / 2)) ||
    said === encodeBase64url(digest);
  return fits ? 'fits' : 'differs';
}

function readAccount(text: string): CompanionFacts['accessTokenAccount'] {
  const decoded = decodeCredential(text);
  if (decoded.kind !== 'jws') return null;
  const tenant = readText(decoded.claims, 'tid');
  const object = readText(decoded.claims, 'oid');
  return tenant === null || object === null ? null : Object.freeze({ tenant, object });
}
