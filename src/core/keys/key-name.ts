import type { Issuer } from '../issuers/issuer.ts';
import { readText } from '../token/claims.ts';
import type { HeaderMembers, UnverifiedToken } from '../token/token.ts';

/** How a token names its key: `kid`, `x5t` and `alg` of its header (RFC 7515 sections 4.1.4, 4.1.7 and 4.1.1), attacker-chosen texts. */
export type KeyName = Pick<HeaderMembers, 'kid' | 'x5t' | 'alg'>;

/** The key name in the member that the issuer uses for it. A `kid` beside the issuer's own member is the standard's and wins. */
export function readKeyName({ header, members }: UnverifiedToken, { habits }: Issuer): KeyName {
  const own = habits?.keyIdMember;
  if (own === undefined || members.kid !== null) return members;
  return { kid: readText(header, own), x5t: members.x5t, alg: members.alg };
}
