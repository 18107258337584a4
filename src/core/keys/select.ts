import type { KeyFacts } from '../facts.ts';
import type { IssuerMatch } from '../issuers/template.ts';
import { isConfirmedAddress } from '../issuers/verifiability.ts';
import { findDeniedByName } from './denied.ts';
import { type KeyLife, recollect } from './history/life.ts';
import type { KeyPort, KeyProblem, KeyReading } from './key.ts';
import type { KeyName } from './key-name.ts';
import { findByMaterial, findListings, type Listing, listCandidates } from './listings.ts';
import { judgeOwner, ownerContradicts } from './ownership.ts';
import { findDisagreements } from './witness/compare.ts';
import { findShippedByMaterial } from './witness/shipped.ts';

export interface KeySelection {
  readonly facts: KeyFacts;
  readonly clockErrorMs: number | null;
}

/** What is known of a document at this moment; null: nothing. */
type Recall = (url: string) => KeyReading | null;

/**
 * Finds the published key that a token names, by equality of `kid` (RFC 7515 section 4.1.4) or, without one, of `x5t`
 * (section 4.1.7). A token that names no key gets one only when the issuer publishes a single key. The issuer's first
 * document is asked first, the others only when it does not list the key; what is known of them is compared in any case.
 */
export async function selectKey(
  match: IssuerMatch,
  name: KeyName,
  port: KeyPort,
): Promise<KeySelection> {
  const listings: Listing[] = [];
  const readings: KeyReading[] = [];
  let clockErrorMs: number | null = null;
  const sources = match.issuer.keyDocuments.filter(
    ({ forms }) => forms === undefined || forms.includes(match.form.id),
  );
  for (const source of sources) {
    const answer = await port.read([source.url], { kid: name.kid, x5t: name.x5t });
    clockErrorMs = answer.clockErrorMs ?? clockErrorMs;
    for (const reading of answer.readings) {
      readings.push(reading);
      listings.push(...findListings(match.issuer, source, reading, name));
    }
    if (listings.length > 0) break;
  }
  const recall: Recall = (url) =>
    readings.find((reading) => reading.url === url) ?? port.recall?.(url) ?? null;
  return { facts: judge(match, name, listings, readings, recall), clockErrorMs };
}

function judge(
  match: IssuerMatch,
  name: KeyName,
  listings: readonly Listing[],
  readings: readonly KeyReading[],
  recall: Recall,
): KeyFacts {
  const [first] = listings;
  if (first !== undefined) {
    // Several materials in one document are ambiguous; those of other documents are compared by their witness.
    const sameDocument = listings.filter(({ reading }) => reading.url === first.reading.url);
    const candidates = listCandidates(sameDocument, name.alg);
    const [only = first] = candidates;
    return candidates.length > 1
      ? { kind: 'ambiguous', candidates: candidates.length, url: first.reading.url }
      : describe(match, only, recall);
  }
  // A withdrawn stolen key is in no document any more; its published material still tells whose signature this is.
  const denied = findDeniedByName(name);
  if (denied !== null) {
    const { key, sourceUrl: url } = denied;
    const listed = { url, keys: [key], skipped: 0 };
    const reading = {
      url,
      document: listed,
      confirmedAtMs: 0,
      freshness: 'stale',
      problem: null,
    } as const;
    return describe(match, { key, reading, source: { url, ownership: 'member' } }, recall);
  }
  if (!match.issuer.documentsAreComplete) return { kind: 'not-findable' };
  const problem = findProblem(match, readings);
  if (problem !== null) return { kind: 'unavailable', problem };
  const urls = readings.map((reading) => reading.url);
  return { kind: 'not-published', urls, lastSeenMs: findLastSeen(readings, name) };
}

/** Absence counts only when every document was read freshly, but for those at addresses that nobody could confirm. */
function findProblem({ issuer }: IssuerMatch, readings: readonly KeyReading[]): KeyProblem | null {
  const open = readings.find(
    ({ freshness, url }) => freshness !== 'fresh' && isConfirmedAddress(issuer, url),
  );
  return open ? (open.problem ?? 'offline') : null;
}

/** When a key of this name was last listed by any of the documents. */
function findLastSeen(readings: readonly KeyReading[], { kid, x5t }: KeyName): number | null {
  const id = kid ?? x5t;
  if (id === null) return null;
  const times = readings.flatMap(({ history }) => history?.keys.get(id)?.lastSeenMs ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

function describe(match: IssuerMatch, listing: Listing, recall: Recall): KeyFacts {
  const { key, reading, source } = listing;
  const { url } = reading;
  const remembered = recollect(reading.history, key);
  const disagreements = findDisagreements(
    match,
    url,
    key,
    (other) => recall(other)?.document ?? null,
  );
  const stated = judgeOwner(match, source.ownership, url, key.owner);
  // Where the document says nothing, a witness that knows another owner decides.
  const other =
    stated.owner === 'unstated' ? disagreements.find(({ about }) => about === 'owner') : undefined;
  return {
    kind: 'selected',
    key,
    url,
    ...(other === undefined ? stated : { owner: 'other-issuer', ownerText: other.value }),
    isSwapped: remembered?.isSwapped ?? false,
    life: remembered && lifeOf(match, listing, remembered.life, recall),
    formerOwner:
      remembered?.formerOwners.find((owner) => ownerContradicts(match, url, owner)) ?? null,
    disagreements,
    shipped: findShippedByMaterial(key.thumbprint),
    connection: reading.connection ?? null,
  };
}

/**
 * The life of a key in the document that listed it last: absent and retired is only what no document of the issuer lists any
 * more. A document without a history says when it is fresh that the key is listed, and nothing otherwise.
 */
function lifeOf(
  { issuer }: IssuerMatch,
  { key, reading }: Listing,
  life: KeyLife,
  recall: Recall,
): KeyLife {
  if (life.absentSinceMs === null) return life;
  let latest = life;
  for (const { url } of issuer.keyDocuments) {
    const other = url === reading.url ? null : recall(url);
    if (other === null || other.document === null) continue;
    const same = findByMaterial(other.document, key.thumbprint);
    if (same === null) continue;
    const there = recollect(other.history, same)?.life ?? null;
    if (there === null && other.freshness === 'fresh') return listed(life);
    if (there !== null && there.lastSeenMs > latest.lastSeenMs) latest = there;
  }
  return latest;
}

const listed = (life: KeyLife): KeyLife => ({ ...life, absentSinceMs: null, retiredSinceMs: null });
