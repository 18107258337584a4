import table from './known-keys.json' with { type: 'json' };

/**
 * What the copy of known keys in this release says of one key. It is dated and old: that a key is not in it says nothing, but
 * a key id has one material for ever, and a key one owner.
 */
export interface ShippedKey {
  /** Scheme and host of the document that listed it. */
  readonly origin: string;
  readonly kid: string;
  /** RFC 7638. */
  readonly thumbprint: string;
  /** Its `issuer` member; null where the document states none. */
  readonly owner: string | null;
  /** Days since the epoch on which it was first and last seen. */
  readonly firstSeenDay: number;
  readonly lastSeenDay: number;
  /** Day from which on it was retired when the copy was made; null: it was not, or too few answers say so. */
  readonly retiredSinceDay: number | null;
}

/** Where the copy is from, with its date. */
export const shippedSource: string = table.source;

interface Shipped {
  readonly byId: ReadonlyMap<string, readonly ShippedKey[]>;
  readonly byMaterial: ReadonlyMap<string, ShippedKey>;
}

let read: Shipped | null = null;

/** Read when it is first asked for. */
function shipped(): Shipped {
  if (read !== null) return read;
  const byId = new Map<string, ShippedKey[]>();
  const byMaterial = new Map<string, ShippedKey>();
  for (const { url, keys } of table.documents) {
    const origin = url.split('/', 3).join('/');
    for (const row of keys) {
      const key = parseRow(origin, row);
      byId.set(key.kid, [...(byId.get(key.kid) ?? []), key]);
      byMaterial.set(key.thumbprint, key);
    }
  }
  read = { byId, byMaterial };
  return read;
}

/** A row is `kid thumbprint owner first last retired`; the owner is an index, `-` stands for null. */
function parseRow(origin: string, row: string): ShippedKey {
  const [kid = '', thumbprint = '', owner = '-', first = '', last = '', retired = '-'] =
    row.split(' ');
  return {
    origin,
    kid,
    thumbprint,
    owner: owner === '-' ? null : (table.owners[Number(owner)] ?? null),
    firstSeenDay: Number(first),
    lastSeenDay: Number(last),
    retiredSinceDay: retired === '-' ? null : Number(retired),
  };
}

/** The key that the copy lists under this id at the host of this document, or null. */
export function findShippedById(url: string, kid: string | null): ShippedKey | null {
  if (kid === null) return null;
  const named = shipped().byId.get(kid);
  return named?.find(({ origin }) => url.startsWith(`${origin}/`)) ?? null;
}

/** The key with this material, wherever the copy lists it, or null. */
export const findShippedByMaterial = (thumbprint: string): ShippedKey | null =>
  shipped().byMaterial.get(thumbprint) ?? null;
