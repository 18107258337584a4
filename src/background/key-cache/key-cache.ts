import {
  afterUnchanged,
  invariant,
  type KeyAnswer,
  type KeyHistory,
  type KeyPort,
  type KeyProblem,
  type KeyReading,
  parseKeyDocument,
} from '../../core/index.ts';
import type { KeyDocumentTable, KeyHistoryTable } from '../../platform/database.ts';
import type { FetchedDocument, Validators } from './fetch-document.ts';
import {
  createNeighbours,
  type Held,
  isConfirmedSince,
  isFresh,
  medianClockError,
  needsRefresh,
  type Wanted,
} from './held.ts';
import { createHistoryBook } from './history-book.ts';
import {
  type DocumentRecord,
  emptyRecord,
  mergeEntries,
  parseRecord,
  readListed,
  validatorsOf,
} from './record.ts';
import { takeToken } from './token-bucket.ts';

/** Most key ids remembered as looked for. */
export const maxMissed = 256;

export interface KeyCacheParts {
  /** The only addresses that may be asked, known ones and those that somebody added. Another set when they change. */
  readonly allowedUrls: () => ReadonlySet<string>;
  readonly table: KeyDocumentTable;
  readonly histories: KeyHistoryTable;
  readonly fetchDocument: (url: string, validators: Validators) => Promise<FetchedDocument>;
  readonly nowMs: () => number;
  readonly logProblem: (code: string) => void;
}

export interface KeyCache extends KeyPort {
  /** Asks again for every document at the hosts that are in use; for the hourly alarm. */
  refreshAll(): Promise<void>;
  /** What is known of every document; the server is asked, within the bounds of every request, for those in `fetch` alone. */
  readAll(fetch: ReadonlySet<string>): Promise<readonly KeyReading[]>;
  /** What every document's answers said over time. */
  listHistories(): Promise<readonly KeyHistory[]>;
}

/**
 * Key documents: one pending request a document, freshness apart from cooldown, no late answers, the last good
 * document kept whatever comes later.
 */
export function createKeyCache(parts: KeyCacheParts): KeyCache {
  const held = new Map<string, Held>();
  const pending = new Map<string, Promise<KeyProblem | null>>();
  const missed = new Map<string, number>();
  const book = createHistoryBook(parts.histories, parts.logProblem);
  const neighboursOf = createNeighbours(parts.allowedUrls);

  async function hold(url: string): Promise<Held> {
    const known = held.get(url);
    if (known) return known;
    const stored = await parts.table.load(url).catch(() => {
      parts.logProblem('key-store-unreadable');
      return undefined;
    });
    await book.open(url);
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
    invariant(parts.allowedUrls().has(url), 'only named key documents are fetched');
    const { record } = await hold(url);
    const askedAtMs = parts.nowMs();
    const bucket = takeToken(record.bucket, askedAtMs);
    if (bucket === null) return 'cooling-down';
    await keep({ ...record, bucket });
    const answer = await parts.fetchDocument(url, validatorsOf(record));
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
    const serverMs = nowMs + (answer.clockErrorMs ?? 0);
    if (answer.kind === 'problem') {
      await keep(next);
      return answer.problem;
    }
    if (answer.kind === 'not-modified') {
      if (record.confirmedAtMs === null) {
        await keep(next);
        return 'server-error';
      }
      const entries = record.entries.map((entry) =>
        entry.lastListedAtMs === record.confirmedAtMs ? { ...entry, lastListedAtMs: nowMs } : entry,
      );
      const connection = afterUnchanged(record.connection, answer.connection ?? null);
      await save((await keep({ ...next, entries, connection, confirmedAtMs: nowMs })).record);
      await noteUnchanged(url, serverMs);
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
      connection: answer.connection ?? null,
      confirmedAtMs: nowMs,
    };
    await save((await keep(changed)).record);
    await book.note(url, parsed.value, serverMs);
    return null;
  }

  /** A history that was lost, or is younger than the document, begins with what is listed. */
  async function noteUnchanged(url: string, atMs: number): Promise<void> {
    const { observedAtMs } = await book.open(url);
    const { record } = await hold(url);
    const listed = record.entries.filter(
      ({ lastListedAtMs }) => lastListedAtMs === record.confirmedAtMs,
    );
    const parsed =
      observedAtMs === null
        ? await parseKeyDocument(url, { keys: listed.map(({ key }) => key) })
        : null;
    await book.note(url, parsed?.ok ? parsed.value : null, atMs);
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
    for (const other of neighboursOf(url)) if (!held.has(other)) await hold(other);
    return describe(url, entry, problem);
  }

  function describe(url: string, entry: Held, problem: KeyProblem | null): KeyReading {
    const { confirmedAtMs, connection } = entry.record;
    if (entry.document === null || confirmedAtMs === null) {
      return {
        url,
        document: null,
        confirmedAtMs: null,
        freshness: 'none',
        problem: problem ?? 'offline',
      };
    }
    const freshness = problem === null ? 'fresh' : 'stale';
    const history = book.peek(url);
    const reading = {
      url,
      document: entry.document,
      confirmedAtMs,
      freshness,
      problem,
      connection,
    } as const;
    return history === undefined ? reading : { ...reading, history };
  }

  return {
    async read(urls, wanted): Promise<KeyAnswer> {
      const readings = await Promise.all(urls.map((url) => read(url, wanted)));
      return { readings, clockErrorMs: medianClockError([...held.values()]) };
    },
    async refreshAll() {
      const all = await Promise.all([...parts.allowedUrls()].map(hold));
      const inUse = all.filter(({ record }) => record.confirmedAtMs !== null);
      const urls = new Set(inUse.flatMap(({ record: { url } }) => neighboursOf(url)));
      await Promise.all([...urls].map(refresh));
    },
    recall(url) {
      const entry = held.get(url);
      if (entry === undefined) return null;
      return describe(url, entry, isFresh(entry.record, parts.nowMs()) ? null : 'offline');
    },
    readAll: (fetch) =>
      Promise.all(
        [...parts.allowedUrls()].map(async (url) => {
          const problem = fetch.has(url) ? await refresh(url) : null;
          const entry = await hold(url);
          const isKnown = isFresh(entry.record, parts.nowMs());
          return describe(url, entry, isKnown ? null : (problem ?? 'offline'));
        }),
      ),
    listHistories: () => Promise.all([...parts.allowedUrls()].map(book.open)),
  };
}
