import {
  invariant,
  type KeyAnswer,
  type KeyDocument,
  type KeyPort,
  type KeyProblem,
  type KeyReading,
  parseKeyDocument,
} from '../../core/index.ts';
import type { KeyDocumentTable } from '../../platform/database.ts';
import type { FetchedDocument, Validators } from './fetch-document.ts';
import { type DocumentRecord, mergeEntries, parseRecord } from './record.ts';
import { fullBucket, takeToken } from './token-bucket.ts';

/** A document is good for this long without asking (Microsoft: cache keys for 24 hours). */
export const freshMs = 24 * 3_600_000;
/** An answer asked for after a key was first missed says reliably that it is absent, for this long. */
export const absenceMs = 60_000;

/** Most key ids remembered as looked for. */
export const maxMissed = 256;

export interface KeyCacheParts {
  /** The only addresses that may ever be asked. */
  readonly allowedUrls: ReadonlySet<string>;
  readonly table: KeyDocumentTable;
  readonly fetchDocument: (url: string, validators: Validators) => Promise<FetchedDocument>;
  readonly nowMs: () => number;
  readonly logProblem: (code: string) => void;
}

interface Held {
  readonly record: DocumentRecord;
  readonly document: KeyDocument | null;
}

export interface KeyCache extends KeyPort {
  /** Asks again for every document that is in use; for the hourly alarm. */
  refreshAll(): Promise<void>;
}

type Wanted = Parameters<KeyPort['read']>[1];

/**
 * Key documents: one pending request a document, freshness apart from cooldown, no late answers, the last good
 * document kept whatever comes later.
 */
export function createKeyCache(parts: KeyCacheParts): KeyCache {
  const held = new Map<string, Held>();
  const pending = new Map<string, Promise<KeyProblem | null>>();
  const missed = new Map<string, number>();

  async function hold(url: string): Promise<Held> {
    const known = held.get(url);
    if (known) return known;
    const stored = await parts.table.load(url).catch(() => {
      parts.logProblem('key-store-unreadable');
      return undefined;
    });
    // Another reader, or an answer of the server, may have come first.
    return held.get(url) ?? keep(parseRecord(stored) ?? emptyRecord(url, parts.nowMs()));
  }

  async function keep(record: DocumentRecord): Promise<Held> {
    const parsed =
      record.confirmedAtMs === null
        ? null
        : await parseKeyDocument(record.url, { keys: record.entries.map(({ key }) => key) });
    const entry = { record, document: parsed?.ok ? parsed.value : null };
    held.set(record.url, entry);
    return entry;
  }

  async function save(record: DocumentRecord): Promise<void> {
    await parts.table
      .save(record.url, record)
      .catch(() => parts.logProblem('key-store-unwritable'));
  }

  /**
   * One request for the document; callers that come meanwhile share it. Resolves with what went wrong, or null. It ends by
   * its timeout before the next one starts, so that no late answer can replace a newer one.
   */
  function refresh(url: string): Promise<KeyProblem | null> {
    const running = pending.get(url) ?? ask(url).finally(() => pending.delete(url));
    pending.set(url, running);
    return running;
  }

  async function ask(url: string): Promise<KeyProblem | null> {
    invariant(parts.allowedUrls.has(url), 'only named key documents are fetched');
    const { record } = await hold(url);
    const askedAtMs = parts.nowMs();
    const bucket = takeToken(record.bucket, askedAtMs);
    if (bucket === null) return 'cooling-down';
    await keep({ ...record, bucket });
    const answer = await parts.fetchDocument(url, record);
    return settle(url, askedAtMs, answer);
  }

  async function settle(
    url: string,
    askedAtMs: number,
    answer: FetchedDocument,
  ): Promise<KeyProblem | null> {
    const { record } = await hold(url);
    const clockErrorMs = answer.clockErrorMs ?? record.clockErrorMs;
    const next = { ...record, askedAtMs, clockErrorMs };
    const nowMs = parts.nowMs();
    if (answer.kind === 'problem') {
      await keep(next);
      return answer.problem;
    }
    if (answer.kind === 'not-modified') {
      const entries = record.entries.map((entry) =>
        entry.lastListedAtMs === record.confirmedAtMs ? { ...entry, lastListedAtMs: nowMs } : entry,
      );
      await save((await keep({ ...next, entries, confirmedAtMs: nowMs })).record);
      return null;
    }
    const listed = readListed(answer.value);
    const parsed = await parseKeyDocument(url, answer.value);
    if (listed === null || !parsed.ok) {
      await keep(next);
      return 'not-a-key-document';
    }
    const changed = {
      ...next,
      etag: answer.etag,
      lastModified: answer.lastModified,
      entries: mergeEntries(record.entries, listed, nowMs),
      confirmedAtMs: nowMs,
    };
    await save((await keep(changed)).record);
    return null;
  }

  /** When this key was first looked for in this document. */
  function firstMissedAt(url: string, { kid, x5t }: Wanted): number {
    const key = `${url} ${kid ?? ''} ${x5t ?? ''}`;
    const known = missed.get(key) ?? parts.nowMs();
    missed.delete(key);
    missed.set(key, known);
    for (const [oldest] of missed) {
      if (missed.size <= maxMissed) break;
      missed.delete(oldest);
    }
    return known;
  }

  async function read(url: string, wanted: Wanted): Promise<KeyReading> {
    let entry = await hold(url);
    let problem: KeyProblem | null = null;
    const missedAtMs = firstMissedAt(url, wanted);
    if (needsRefresh(entry, wanted, missedAtMs, parts.nowMs())) {
      problem = await refresh(url);
      entry = await hold(url);
      // Asked since the key was first missed: the answer stands while the server is left in peace.
      if (problem === 'cooling-down' && isConfirmedSince(entry, missedAtMs)) problem = null;
    }
    const { document, record } = entry;
    const { confirmedAtMs } = record;
    if (document === null || confirmedAtMs === null) {
      return {
        url,
        document: null,
        confirmedAtMs: null,
        freshness: 'none',
        problem: problem ?? 'offline',
      };
    }
    const freshness = problem === null ? 'fresh' : 'stale';
    const swapped = record.entries.flatMap(({ key, swappedAtMs }) =>
      typeof key['kid'] === 'string' && swappedAtMs !== null ? [key['kid']] : [],
    );
    return { url, document, confirmedAtMs, freshness, problem, swapped };
  }

  return {
    async read(urls, wanted): Promise<KeyAnswer> {
      const readings = await Promise.all(urls.map((url) => read(url, wanted)));
      return { readings, clockErrorMs: medianClockError([...held.values()]) };
    },
    async refreshAll() {
      const inUse = [...parts.allowedUrls].map(async (url) => {
        const { record } = await hold(url);
        if (record.confirmedAtMs !== null) await refresh(url);
      });
      await Promise.all(inUse);
    },
  };
}

function isConfirmedSince({ record }: Held, missedAtMs: number): boolean {
  return record.confirmedAtMs !== null && record.confirmedAtMs >= missedAtMs;
}

/** Whether the server must be asked before this key can be said to be there or absent. */
function needsRefresh(
  { record, document }: Held,
  wanted: Wanted,
  firstMissedAtMs: number,
  nowMs: number,
): boolean {
  if (document === null || record.confirmedAtMs === null) return true;
  const ageMs = nowMs - record.confirmedAtMs;
  // A negative age means that the clock went back; nothing is known about freshness then.
  if (ageMs < 0 || ageMs > freshMs) return true;
  const isListed = document.keys.some(
    ({ kid, x5t }) =>
      (wanted.kid !== null && kid === wanted.kid) ||
      (wanted.kid === null && wanted.x5t !== null && (x5t === wanted.x5t || kid === wanted.x5t)),
  );
  return !isListed && (record.askedAtMs < firstMissedAtMs || ageMs > absenceMs);
}

function readListed(value: unknown): Record<string, unknown>[] | null {
  if (typeof value !== 'object' || value === null || !('keys' in value)) return null;
  if (!Array.isArray(value.keys)) return null;
  return value.keys.filter(
    (key): key is Record<string, unknown> => typeof key === 'object' && key !== null,
  );
}

function emptyRecord(url: string, nowMs: number): DocumentRecord {
  return {
    url,
    entries: [],
    etag: null,
    lastModified: null,
    confirmedAtMs: null,
    askedAtMs: 0,
    clockErrorMs: null,
    bucket: fullBucket(nowMs),
  };
}

function medianClockError(held: readonly Held[]): number | null {
  const errors = held
    .flatMap(({ record }) => (record.clockErrorMs === null ? [] : [record.clockErrorMs]))
    .sort((a, b) => a - b);
  return errors[Math.floor(errors.length / 2)] ?? null;
}
