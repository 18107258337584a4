import type { KnownClaim } from './claim.ts';
import { headerMembers } from './header-members.ts';
import { registeredClaims } from './registered-claims.ts';
import { vendorClaims } from './vendor-claims.ts';

/** Every claim of a token's content that can be explained; standards first. */
export const knownClaims: readonly KnownClaim[] = [...registeredClaims, ...vendorClaims];

export { headerMembers };

/**
 * What is known of a claim, or of a header member, of this exact name; null: nothing. Names are case-sensitive (RFC 7519 section 4):
 * `TID` is not `tid`.
 */
export function findClaim(name: string, where: 'header' | 'claims'): KnownClaim | null {
  const known = where === 'header' ? headerMembers : knownClaims;
  return (
    known.find(({ names }) => names.includes(name)) ??
    known.find(({ names }) => names.some((one) => isPrefixOf(one, name))) ??
    null
  );
}

const isPrefixOf = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1));
