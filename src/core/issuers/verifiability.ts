import type { TokenKind } from '../token/token-kind.ts';
import { isForIssuerItself } from './audience.ts';
import type { Issuer, IssuerFact, Verifiability } from './issuer.ts';

export type { Verifiability } from './issuer.ts';

import type { JsonObject } from '../token/token.ts';

/** From what everyone can check to what nobody knows. */
const order: readonly Verifiability[] = ['sampled', 'specified', 'audience-only', 'unstated'];

/**
 * Who can check the signature of a token of this kind and audience. A token that does not say what it is counts as the kind of
 * which the least is known, so that no alarm is louder than the facts, unless the issuer has no other kind that can be read.
 */
export function verifiabilityOf(
  issuer: Issuer,
  kind: TokenKind,
  claims: JsonObject,
): Verifiability {
  const { id, access, ownAccess } = issuer.verifiableBy;
  if (kind === 'id' || (kind === 'unclear' && issuer.hasOpaqueAccessTokens === true)) return id;
  const ofAccess = isForIssuerItself(claims, issuer) ? ownAccess : access;
  return kind === 'access' || order.indexOf(ofAccess) > order.indexOf(id) ? ofAccess : id;
}

/** Whether it was confirmed that the issuer publishes its keys at this address; true for an address that is none of its own. */
export function isConfirmedAddress({ keyDocuments }: Issuer, address: string): boolean {
  return keyDocuments.find(({ url }) => url === address)?.verified !== false;
}

/** Whether a fact about an issuer was confirmed; what rests on one that was not is worth a note at most. */
export function isConfirmed({ unverified }: Issuer, fact: IssuerFact): boolean {
  return unverified?.includes(fact) !== true;
}
