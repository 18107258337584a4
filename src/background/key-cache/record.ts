import * as v from 'valibot';
import { isInterposed, type KeyConnection } from '../../core/index.ts';
import type { Validators } from './fetch-document.ts';
import { burst, fullBucket } from './token-bucket.ts';

/** How long a key stays usable after its document stopped listing it; no genuine token lives longer than some days. */
export const keepVanishedMs = 60 * 24 * 3_600_000;
/** Most keys kept for one document, listed and vanished together. */
export const maxEntries = 1200;

const entry = v.object({
  /** The key as its document wrote it; parsed again by the core before every use. */
  key: v.record(v.string(), v.unknown()),
  lastListedAtMs: v.number(),
});

const connection: v.GenericSchema<unknown, KeyConnection> = v.object({
  trust: v.picklist(['built-in', 'added', 'untrusted']),
  rootFingerprint: v.nullable(v.string()),
  rootName: v.nullable(v.string()),
  isExtendedValidation: v.boolean(),
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
  /** By which connection the document came; records of before this was known have none. */
  connection: v.optional(v.nullable(connection), null),
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

/** A document that was never read. */
export function emptyRecord(url: string, nowMs: number): DocumentRecord {
  return {
    url,
    entries: [],
    etag: null,
    lastModified: null,
    confirmedAtMs: null,
    askedAtMs: 0,
    clockErrorMs: null,
    connection: null,
    bucket: fullBucket(nowMs),
  };
}

/**
 * What the server is told of the document that is there already (RFC 9110 section 13.1). Nothing of one that somebody in between could
 * have changed: that it is unchanged would say the server of its own, and not of that one.
 */
export function validatorsOf({ etag, lastModified, connection: by }: DocumentRecord): Validators {
  return isInterposed(by) ? { etag: null, lastModified: null } : { etag, lastModified };
}

/** The entries of a key document as its server wrote it; null for anything else. */
export function readListed(value: unknown): Record<string, unknown>[] | null {
  if (typeof value !== 'object' || value === null || !('keys' in value)) return null;
  if (!Array.isArray(value.keys)) return null;
  return value.keys.filter(
    (key): key is Record<string, unknown> => typeof key === 'object' && key !== null,
  );
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
  const fresh = listed.map((key) => ({ key, lastListedAtMs: nowMs }));
  const texts = new Set(listed.map((key) => JSON.stringify(key)));
  const ids = new Set(listed.map(nameOf));
  const vanished = known.filter(
    ({ key, lastListedAtMs }) =>
      nowMs - lastListedAtMs < keepVanishedMs &&
      !texts.has(JSON.stringify(key)) &&
      // The newest answer decides what a key id means.
      !ids.has(nameOf(key)),
  );
  return [...fresh, ...vanished].slice(0, maxEntries);
}

/** What its document calls a key: `kid`, or in Exchange's own form `keyinfo.x5t`; the key itself where it has no name. */
function nameOf(key: Record<string, unknown>): unknown {
  const info = key['keyinfo'];
  const own = typeof info === 'object' && info !== null && 'x5t' in info ? info.x5t : undefined;
  return key['kid'] ?? own ?? JSON.stringify(key);
}
