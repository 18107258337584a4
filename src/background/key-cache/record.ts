import * as v from 'valibot';
import { burst } from './token-bucket.ts';

/** How long a key stays usable after its document stopped listing it; no genuine token lives longer than some days. */
export const keepVanishedMs = 60 * 24 * 3_600_000;
/** Most keys kept for one document, listed and vanished together. */
export const maxEntries = 1200;

const entry = v.object({
  /** The key as its document wrote it; parsed again by the core before every use. */
  key: v.record(v.string(), v.unknown()),
  lastListedAtMs: v.number(),
  /** When its document first gave other material under the same key id; null: never seen. */
  swappedAtMs: v.optional(v.nullable(v.number()), null),
});

const record = v.object({
  url: v.string(),
  entries: v.pipe(v.array(entry), v.maxLength(maxEntries)),
  etag: v.nullable(v.string()),
  lastModified: v.nullable(v.string()),
  /** When the server last said that this is its document; null before the first answer. */
  confirmedAtMs: v.nullable(v.number()),
  /** When the request that brought the newest answer began: it speaks for the keys that were missed before. */
  askedAtMs: v.number(),
  clockErrorMs: v.nullable(v.number()),
  bucket: v.object({
    tokens: v.pipe(v.number(), v.minValue(0), v.maxValue(burst)),
    refilledAtMs: v.number(),
  }),
});

/** What is kept of one key document. */
export type DocumentRecord = v.InferOutput<typeof record>;
export type DocumentEntry = v.InferOutput<typeof entry>;

/** A record as it came from the disk, or null when it is none. */
export function parseRecord(value: unknown): DocumentRecord | null {
  const parsed = v.safeParse(record, value);
  return parsed.success ? parsed.output : null;
}

/**
 * The keys after a new answer: those that it lists, and those that earlier answers listed not too long ago. Key servers
 * answer unevenly, and tokens outlive the listing of their key.
 */
export function mergeEntries(
  known: readonly DocumentEntry[],
  listed: readonly Record<string, unknown>[],
  nowMs: number,
): DocumentEntry[] {
  const byId = new Map(known.map((entry) => [entry.key['kid'], entry]));
  const fresh = listed.map((key) => ({
    key,
    lastListedAtMs: nowMs,
    swappedAtMs: findSwap(key, byId.get(key['kid']), nowMs),
  }));
  const texts = new Set(listed.map((key) => JSON.stringify(key)));
  const ids = new Set(listed.map((key) => key['kid']));
  const vanished = known.filter(
    ({ key, lastListedAtMs }) =>
      nowMs - lastListedAtMs < keepVanishedMs &&
      !texts.has(JSON.stringify(key)) &&
      // The newest answer decides what a key id means.
      !ids.has(key['kid']),
  );
  return [...fresh, ...vanished].slice(0, maxEntries);
}

const materialOf = ({ kty, n, e, crv, x, y }: Record<string, unknown>): string =>
  JSON.stringify([kty, numberOf(n), numberOf(e), crv, x, y]);

/** A big-endian number however it is written: padded or not, with leading zeros or without. */
function numberOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const bytes = atob(value.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    return bytes.slice([...bytes].findIndex((byte) => byte !== '\0'));
  } catch {
    return value;
  }
}

/** When the key's id got other material: now, or earlier if that is remembered and not too long ago. */
function findSwap(
  key: Record<string, unknown>,
  known: DocumentEntry | undefined,
  nowMs: number,
): number | null {
  if (known === undefined || typeof key['kid'] !== 'string') return null;
  if (materialOf(key) !== materialOf(known.key)) return nowMs;
  const swappedAtMs = known.swappedAtMs ?? null;
  return swappedAtMs !== null && nowMs - swappedAtMs < keepVanishedMs ? swappedAtMs : null;
}
