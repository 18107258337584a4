import type { IssuerCandidates } from '../issuers/candidates.ts';
import { findCloudByInstance } from '../issuers/clouds.ts';
import { type IssuerMatch, ownerSpeaksFor } from '../issuers/template.ts';
import type { UnverifiedToken } from '../token/token.ts';
import type { KeyPort } from './key.ts';
import { findForeignAddress } from './key-address.ts';
import { readKeyName } from './key-name.ts';
import { type KeySelection, selectKey } from './select.ts';

export interface SoughtKey extends KeySelection {
  /** Who made the token, as far as the key tells; without a key the likeliest. */
  readonly match: IssuerMatch;
}

/**
 * Looks for the key that a token names, unless its keys are said to be where nobody looks. Of several candidates the first whose
 * documents list the key is taken; the others are asked only when it is not the likeliest one.
 */
export async function seekKey(
  token: UnverifiedToken,
  { matches, isDecided }: IssuerCandidates,
  port: KeyPort,
): Promise<SoughtKey> {
  const [likeliest, ...others] = matches;
  const first = await seekFor(token, likeliest, port);
  if (others.length === 0) return first;
  if (isListed(first)) return reconsider(first, others);
  const rest: SoughtKey[] = [];
  for (const match of others) {
    const next = await seekFor(token, match, port);
    if (isListed(next)) return next;
    rest.push(next);
  }
  if (isDecided) return first;
  // Nothing tells whose key is missing: it is known to be absent only when all of them are known to lack it.
  return [first, ...rest].find(({ facts }) => facts.kind !== 'not-published') ?? first;
}

const isListed = ({ facts }: SoughtKey): boolean =>
  facts.kind === 'selected' || facts.kind === 'ambiguous';

async function seekFor(
  token: UnverifiedToken,
  match: IssuerMatch,
  port: KeyPort,
): Promise<SoughtKey> {
  if (findForeignAddress(token, match.issuer) !== null) {
    return { match, facts: { kind: 'not-findable' }, clockErrorMs: null };
  }
  return { match, ...(await selectKey(match, readKeyName(token, match.issuer), port)) };
}

/** A shared document can list another cloud's keys too: a key that says whose it is decides between the candidates. */
function reconsider(found: SoughtKey, others: readonly IssuerMatch[]): SoughtKey {
  const { facts } = found;
  if (facts.kind !== 'selected') return found;
  const { url, owner, ownerText, key } = facts;
  // A mark is an answer only where it is known how the issuer marks its own keys.
  if (owner !== 'this-issuer' && ownerText !== null && found.match.issuer.keyOwnerIsVerified) {
    const speaks = (match: IssuerMatch) =>
      ownerSpeaksFor({ owner: ownerText, url }, match.issuer, match.tenant);
    const match = others.find(speaks);
    if (match !== undefined) return { ...found, match, facts: { ...facts, owner: 'this-issuer' } };
  }
  if (key.cloudInstance === null) return found;
  const cloud = findCloudByInstance(key.cloudInstance)?.id;
  const match = others.find(({ issuer }) => cloud !== undefined && issuer.cloud === cloud);
  return match === undefined ? found : { ...found, match };
}
