import type { KeyDocumentSource } from '../issuers/issuer.ts';
import { type IssuerMatch, ownerSpeaksFor } from '../issuers/template.ts';
import { belongsToOneTenant } from './owners.ts';

/** Who may use a key, as far as a document says. */
export interface Ownership {
  readonly owner: 'this-issuer' | 'other-issuer' | 'unstated';
  /** The `issuer` member that decided; null when the document decided, or nothing did. */
  readonly ownerText: string | null;
}

const unstated: Ownership = Object.freeze({ owner: 'unstated', ownerText: null });
const byDocument: Ownership = Object.freeze({ owner: 'this-issuer', ownerText: null });

/** Whose a key is, by its `issuer` member in the document at `url`, or by the document as a whole. */
export function judgeOwner(
  match: IssuerMatch,
  ownership: KeyDocumentSource['ownership'],
  url: string,
  owner: string | null,
): Ownership {
  if (ownership === 'document') return byDocument;
  if (ownership === 'unstated' || owner === null) return unstated;
  if (ownerSpeaksFor({ owner, url }, match.issuer, match.tenant)) {
    return { owner: 'this-issuer', ownerText: owner };
  }
  return { owner: isTelling(match, owner) ? 'other-issuer' : 'unstated', ownerText: owner };
}

/**
 * Whether another owner proves that a key may not speak for this issuer. It proves nothing where nobody has seen how this
 * issuer's own keys are marked, unless one of the two is a single tenant.
 */
const isTelling = ({ issuer }: IssuerMatch, owner: string): boolean =>
  issuer.keyOwnerIsVerified || belongsToOneTenant(owner);

/**
 * Whether an owner that is stated elsewhere contradicts that a key speaks for this issuer: clouds share keys, so only a single
 * tenant's key is nobody else's, and nobody else's key is a single tenant's.
 */
export function ownerContradicts(match: IssuerMatch, url: string, owner: string | null): boolean {
  if (owner === null || ownerSpeaksFor({ owner, url }, match.issuer, match.tenant)) return false;
  const { keyOwner } = match.issuer;
  return belongsToOneTenant(owner) || (keyOwner !== null && !keyOwner.includes('{tenant}'));
}
