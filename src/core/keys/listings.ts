import type { Issuer, KeyDocumentSource } from '../issuers/issuer.ts';
import type { KeyDocument, KeyReading, PublishedKey } from './key.ts';
import type { KeyName } from './key-name.ts';

/** A key that a token names, where it was found. */
export interface Listing {
  readonly key: PublishedKey;
  /** The document that was read; a tenant's own document can stand in for the shared one. */
  readonly reading: KeyReading;
  readonly source: KeyDocumentSource;
}

/** Every key of a document that a token can mean. */
export function findListings(
  issuer: Issuer,
  source: KeyDocumentSource,
  reading: KeyReading,
  name: KeyName,
): readonly Listing[] {
  const { document: listed } = reading;
  if (listed === null) return [];
  return findNamed(issuer, listed, name).map((key) => ({ key, reading, source }));
}

function findNamed(
  issuer: Issuer,
  listed: KeyDocument,
  { kid, x5t }: KeyName,
): readonly PublishedKey[] {
  if (kid !== null) return indexOf(listed).byId.get(kid) ?? [];
  if (x5t === null) return listed.keys.length === 1 ? listed.keys : [];
  return listed.keys.filter(
    (key) => key.x5t === x5t || (issuer.keyIdForm === 'x5t' && key.kid === x5t),
  );
}

const none: readonly PublishedKey[] = Object.freeze([]);

interface Index {
  readonly byId: ReadonlyMap<string, readonly PublishedKey[]>;
  readonly byMaterial: ReadonlyMap<string, PublishedKey>;
}

/** By the frozen document: it is looked through once, however many tokens name its keys. */
const indexes = new WeakMap<KeyDocument, Index>();

function indexOf(listed: KeyDocument): Index {
  const known = indexes.get(listed);
  if (known !== undefined) return known;
  const byId = new Map<string, PublishedKey[]>();
  const byMaterial = new Map<string, PublishedKey>();
  for (const key of listed.keys) {
    if (!byMaterial.has(key.thumbprint)) byMaterial.set(key.thumbprint, key);
    if (key.kid === null) continue;
    const named = byId.get(key.kid);
    if (named) named.push(key);
    else byId.set(key.kid, [key]);
  }
  const index = { byId, byMaterial };
  indexes.set(listed, index);
  return index;
}

/** The keys of a document that have this id, in its order. */
export const findById = (listed: KeyDocument, kid: string): readonly PublishedKey[] =>
  indexOf(listed).byId.get(kid) ?? none;

/** The key of a document with this material (RFC 7638 thumbprint), whatever it is called. */
export const findByMaterial = (listed: KeyDocument, thumbprint: string): PublishedKey | null =>
  indexOf(listed).byMaterial.get(thumbprint) ?? null;

/** Key types (RFC 7518 section 6.1) that the algorithms of RFC 7518 section 3.1 and RFC 8037 are used with. */
function keyTypeOf(alg: string | null): string | null {
  if (alg === null) return null;
  if (alg.startsWith('RS') || alg.startsWith('PS')) return 'RSA';
  if (alg.startsWith('ES')) return 'EC';
  return alg === 'EdDSA' ? 'OKP' : null;
}

/**
 * Of several keys under one id, those that fit the token's algorithm: keys of different types may share an id (RFC 7517 section
 * 4.5). Each material once.
 */
export function listCandidates(
  listings: readonly Listing[],
  alg: string | null,
): readonly Listing[] {
  if (listings.length < 2) return listings;
  const type = keyTypeOf(alg);
  const fitting = listings.filter(({ key }) => type === null || key.jwk.kty === type);
  const seen = new Map<string, Listing>();
  for (const listing of fitting.length > 0 ? fitting : listings) {
    if (!seen.has(listing.key.thumbprint)) seen.set(listing.key.thumbprint, listing);
  }
  return [...seen.values()];
}
