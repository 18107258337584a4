import type { KeyDocument, KeyPort } from '../../core/index.ts';
import type { DocumentRecord } from './record.ts';

/** A document is good for this long without asking (Microsoft: cache keys for 24 hours). */
export const freshMs = 24 * 3_600_000;
/** An answer asked for after a key was first missed says reliably that it is absent, for this long. */
export const absenceMs = 60_000;

/** A document in memory: what is kept of it, and its keys, read. */
export interface Held {
  readonly record: DocumentRecord;
  readonly document: KeyDocument | null;
}

/** The key that a token names. */
export type Wanted = Parameters<KeyPort['read']>[1];

/**
 * Tells the documents at the host of one, itself among them: whoever needs one of them can compare it with the others. Grouped anew only
 * when there is another set of addresses.
 */
export function createNeighbours(
  readUrls: () => ReadonlySet<string>,
): (url: string) => readonly string[] {
  let urls: ReadonlySet<string> = new Set();
  let groups = groupByHost(urls);
  return (url) => {
    const now = readUrls();
    if (now !== urls) {
      urls = now;
      groups = groupByHost(now);
    }
    return groups.get(url) ?? [url];
  };
}

function groupByHost(urls: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  return new Map([...hosts.values()].flatMap((group) => group.map((url) => [url, group])));
}

/** Whether the server has spoken since a key was first missed. */
export function isConfirmedSince({ record }: Held, missedAtMs: number): boolean {
  return record.confirmedAtMs !== null && record.confirmedAtMs >= missedAtMs;
}

/** A negative age means that the clock went back; nothing is known about freshness then. */
export function isFresh({ confirmedAtMs }: DocumentRecord, nowMs: number): boolean {
  return confirmedAtMs !== null && nowMs >= confirmedAtMs && nowMs - confirmedAtMs <= freshMs;
}

/** Whether the server must be asked before this key can be said to be there or absent. */
export function needsRefresh(
  { record, document }: Held,
  wanted: Wanted,
  firstMissedAtMs: number,
  nowMs: number,
): boolean {
  if (document === null || record.confirmedAtMs === null || !isFresh(record, nowMs)) return true;
  const ageMs = nowMs - record.confirmedAtMs;
  const isListed = document.keys.some(
    ({ kid, x5t }) =>
      (wanted.kid !== null && kid === wanted.kid) ||
      (wanted.kid === null && wanted.x5t !== null && (x5t === wanted.x5t || kid === wanted.x5t)),
  );
  return !isListed && (record.askedAtMs < firstMissedAtMs || ageMs > absenceMs);
}

/** Of all servers that said the time, the clock error in the middle; null: none did. */
export function medianClockError(held: readonly Held[]): number | null {
  const errors = held
    .flatMap(({ record }) => (record.clockErrorMs === null ? [] : [record.clockErrorMs]))
    .sort((a, b) => a - b);
  return errors[Math.floor(errors.length / 2)] ?? null;
}
