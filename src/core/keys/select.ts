import type { KeyFacts } from '../facts.ts';
import type { KeyDocumentSource } from '../issuers/issuer.ts';
import { type IssuerMatch, ownerSpeaksFor } from '../issuers/template.ts';
import { isConfirmedAddress } from '../issuers/verifiability.ts';
import { deniedKeys } from './denied.ts';
import type { KeyAnswer, KeyPort, KeyProblem, KeyReading, PublishedKey } from './key.ts';
import type { KeyName } from './key-name.ts';

export interface KeySelection {
  readonly facts: KeyFacts;
  readonly clockErrorMs: number | null;
}

interface Listing {
  readonly key: PublishedKey;
  /** Address of the document that was read; a tenant's own document can stand in for the shared one. */
  readonly url: string;
  readonly isSwapped: boolean;
  readonly source: KeyDocumentSource;
}

type Wanted = KeyName;

/**
 * Finds the published key that a token names, by equality of `kid` (RFC 7515 section 4.1.4) or, without one, of `x5t`
 * (section 4.1.7). A token that names no key gets one only when the issuer publishes a single key. The issuer's first
 * document is asked first, the others only when it does not list the key, or to learn whom the key may speak for.
 */
export async function selectKey(
  match: IssuerMatch,
  wanted: Wanted,
  port: KeyPort,
): Promise<KeySelection> {
  const sources = match.issuer.keyDocuments.filter(
    ({ forms }) => forms === undefined || forms.includes(match.form.id),
  );
  const listings: Listing[] = [];
  const readings: KeyReading[] = [];
  let clockErrorMs: number | null = null;
  for (const source of sources) {
    const answer = await port.read([source.url], { kid: wanted.kid, x5t: wanted.x5t });
    clockErrorMs = answer.clockErrorMs ?? clockErrorMs;
    readings.push(...answer.readings);
    listings.push(...findListings(match, source, answer, wanted));
    if (listings.length > 0) break;
  }
  return { facts: judge(match, wanted, listings, readings), clockErrorMs };
}

function findListings(
  { issuer }: IssuerMatch,
  source: KeyDocumentSource,
  answer: KeyAnswer,
  { kid, x5t }: Wanted,
): Listing[] {
  const isNamed = (key: PublishedKey, _: number, keys: readonly PublishedKey[]) => {
    if (kid !== null) return key.kid === kid;
    if (x5t === null) return keys.length === 1;
    return key.x5t === x5t || (issuer.keyIdForm === 'x5t' && key.kid === x5t);
  };
  return answer.readings.flatMap((reading) =>
    (reading.document?.keys ?? []).filter(isNamed).map((key) => ({
      key,
      url: reading.url,
      isSwapped: key.kid !== null && reading.swapped?.includes(key.kid) === true,
      source,
    })),
  );
}

function judge(
  match: IssuerMatch,
  wanted: Wanted,
  listings: readonly Listing[],
  readings: readonly KeyReading[],
): KeyFacts {
  const [first] = listings;
  if (first) {
    const candidates = new Set(listings.map((listing) => listing.key.thumbprint)).size;
    return candidates > 1 ? { kind: 'ambiguous', candidates } : describe(match, first);
  }
  // A withdrawn stolen key is in no document any more; its published material still tells whose signature this is.
  const denied = deniedKeys.find(({ key }) => wanted.kid !== null && key.kid === wanted.kid);
  if (denied) {
    return describe(match, {
      key: denied.key,
      url: denied.sourceUrl,
      isSwapped: false,
      source: { url: denied.sourceUrl, ownership: 'member' },
    });
  }
  if (!match.issuer.documentsAreComplete) return { kind: 'not-findable' };
  const problem = findProblem(match, readings);
  return problem === null
    ? { kind: 'not-published', urls: readings.map((reading) => reading.url) }
    : { kind: 'unavailable', problem };
}

/** Absence counts only when every document was read freshly, but for those at addresses that nobody could confirm. */
function findProblem({ issuer }: IssuerMatch, readings: readonly KeyReading[]): KeyProblem | null {
  const open = readings.find(
    ({ freshness, url }) => freshness !== 'fresh' && isConfirmedAddress(issuer, url),
  );
  return open ? (open.problem ?? 'offline') : null;
}

function describe(match: IssuerMatch, { key, url, isSwapped, source }: Listing): KeyFacts {
  const base = { kind: 'selected', key, url, isSwapped } as const;
  if (source.ownership === 'document') return { ...base, owner: 'this-issuer', ownerText: null };
  if (source.ownership === 'unstated' || key.owner === null) {
    return { ...base, owner: 'unstated', ownerText: null };
  }
  const speaks = ownerSpeaksFor({ owner: key.owner, url }, match.issuer, match.tenant);
  if (speaks) return { ...base, owner: 'this-issuer', ownerText: key.owner };
  // A differing text proves nothing where nobody has seen how this issuer's own keys are marked.
  const isTelling = match.issuer.keyOwnerIsVerified || belongsToOneTenant(key.owner);
  return { ...base, owner: isTelling ? 'other-issuer' : 'unstated', ownerText: key.owner };
}

/** Whether an owner is one concrete tenant, such as that of private accounts, and not a whole cloud. */
const belongsToOneTenant = (owner: string): boolean => !owner.includes('{tenantid}');
