import type { Issuer } from '../issuers/issuer.ts';
import { readAppContext } from '../token/app-context.ts';
import { readText } from '../token/claims.ts';
import type { UnverifiedToken } from '../token/token.ts';

/**
 * The address of keys that a token names for itself and that is none of its issuer's (`appctx.amurl` of Exchange). Null where the
 * issuer has no such habit, and where the token names no address or a known one. The address is an attacker's to choose, so it is
 * compared and never fetched (RFC 8725 section 3.10).
 */
export function findForeignAddress(
  { claims }: UnverifiedToken,
  { habits, keyDocuments }: Issuer,
): string | null {
  if (habits?.namesKeyAddress !== true) return null;
  const context = readAppContext(claims);
  const named = context === null ? null : readText(context, 'amurl');
  if (named === null) return null;
  // The parser leaves out the port that https has anyway, which Exchange writes.
  const address = URL.canParse(named) ? new URL(named).href : named;
  return keyDocuments.some(({ url }) => url === address) ? null : named;
}
