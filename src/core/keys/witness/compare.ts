import { issuers } from '../../issuers/index.ts';
import type { Issuer } from '../../issuers/issuer.ts';
import type { IssuerMatch } from '../../issuers/template.ts';
import type { KeyDocument, PublishedKey } from '../key.ts';
import { findById, findByMaterial } from '../listings.ts';
import { ownerContradicts } from '../ownership.ts';
import { findShippedById, findShippedByMaterial, shippedSource } from './shipped.ts';

/** Another witness's word about a key that cannot be true beside what its document says. */
export interface Disagreement {
  /** `shipped`: the copy of known keys in this release; `document`: another key document. */
  readonly witness: 'shipped' | 'document';
  /** `material`: it knows another key under this id; `owner`: it knows this very key as somebody else's. */
  readonly about: 'material' | 'owner';
  /** Where the copy is from, or the document's address. */
  readonly source: string;
  /** The thumbprint or owner that it knows. */
  readonly value: string;
}

/** What is known of a document at this moment. */
export type Recall = (url: string) => KeyDocument | null;

const agreement: readonly Disagreement[] = Object.freeze([]);

/** Compares a key, as the document at `url` lists it, with everything else that is known of it. Nobody is asked. */
export function findDisagreements(
  match: IssuerMatch,
  url: string,
  key: PublishedKey,
  recall: Recall,
): readonly Disagreement[] {
  const shipped = compareShipped(match, url, key);
  const others = compareDocuments(match, url, key, recall);
  if (shipped.length === 0) return others;
  return others.length === 0 ? shipped : [...shipped, ...others];
}

function compareShipped(
  match: IssuerMatch,
  url: string,
  { kid, thumbprint }: PublishedKey,
): readonly Disagreement[] {
  const named = findShippedById(url, kid);
  const same = findShippedByMaterial(thumbprint);
  // Most keys are younger than the copy.
  if (named === null && same === null) return agreement;
  const found: Disagreement[] = [];
  const base = { witness: 'shipped', source: shippedSource } as const;
  if (named !== null && named.thumbprint !== thumbprint) {
    found.push({ ...base, about: 'material', value: named.thumbprint });
  }
  if (same !== null && ownerContradicts(match, url, same.owner)) {
    found.push({ ...base, about: 'owner', value: same.owner ?? '' });
  }
  return found;
}

function compareDocuments(
  match: IssuerMatch,
  url: string,
  key: PublishedKey,
  recall: Recall,
): readonly Disagreement[] {
  let found = agreement;
  for (const other of neighboursOf(match.issuer)) {
    const listed = other.url === url ? null : recall(other.url);
    if (listed === null) continue;
    const said = compareDocument(match, other, listed, key);
    if (said.length > 0) found = [...found, ...said];
  }
  return found;
}

function compareDocument(
  match: IssuerMatch,
  { url: source, isOwn }: Neighbour,
  listed: KeyDocument,
  { kid, thumbprint }: PublishedKey,
): readonly Disagreement[] {
  const named = isOwn && kid !== null ? findById(listed, kid) : nothing;
  const same = findByMaterial(listed, thumbprint);
  if (named.length === 0 && same === null) return agreement;
  const found: Disagreement[] = [];
  const base = { witness: 'document', source } as const;
  const [first] = named;
  if (first !== undefined && named.every((one) => one.thumbprint !== thumbprint)) {
    found.push({ ...base, about: 'material', value: first.thumbprint });
  }
  if (same !== null && ownerContradicts(match, source, same.owner)) {
    found.push({ ...base, about: 'owner', value: same.owner ?? '' });
  }
  return found;
}

const nothing: readonly PublishedKey[] = Object.freeze([]);

interface Neighbour {
  readonly url: string;
  /** Whether it is a document of the issuer itself, in which one id means one key. */
  readonly isOwn: boolean;
}

const neighbours = new WeakMap<Issuer, readonly Neighbour[]>();

/** The documents at the hosts of an issuer's documents, its own and others'. */
function neighboursOf(issuer: Issuer): readonly Neighbour[] {
  const known = neighbours.get(issuer);
  if (known !== undefined) return known;
  const own = new Set(issuer.keyDocuments.map(({ url }) => url));
  const hosts = new Set([...own].map(originOf));
  const all = new Set(issuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url)));
  const found = [...new Set([...own, ...all])]
    .filter((url) => hosts.has(originOf(url)))
    .map((url) => ({ url, isOwn: own.has(url) }));
  neighbours.set(issuer, found);
  return found;
}

const originOf = (url: string): string => url.split('/', 3).join('/');
