import * as v from 'valibot';
import type { Inspection, RuleOutcome, Session } from '../core/index.ts';
import type { RecordTable } from '../platform/database.ts';
import { type VerdictRecord, verdictRecordSchema } from '../protocol/history-schema.ts';
import type { Calm } from './coalesced.ts';
import { createDiskWriter } from './disk-writer.ts';

/** Most verdicts that are kept, and most of one webmail, so that a page that floods us spoils its own record alone. */
export const maxVerdicts = 2_000;
export const maxVerdictsOfWebmail = 500;

/** Version of the records on disk. A record of another one is dropped. */
const version = 1;
const stored = v.object({
  version: v.literal(version),
  name: v.string(),
  record: verdictRecordSchema,
});

export interface HistoryStore {
  /** Notes a verdict; one that was reached before for the same reasons, or comes from a private window, changes nothing. */
  note(inspection: Inspection, isPrivate: boolean): Promise<void>;
  /** Notes what these sessions were found to be, where a stop of the background has kept it from the disk. */
  noteLost(sessions: readonly Session[]): Promise<void>;
  /** Verdicts of no longer ago than they are kept, the newest first. */
  list(): Promise<readonly VerdictRecord[]>;
  /** Somebody went on to a webmail that was closed because of these tokens. */
  noteContinued(fingerprints: readonly string[], atMs: number): Promise<void>;
  /** Forgets what is too old. */
  tidy(): Promise<void>;
  /** Forgets every verdict. Rejects when the disk refuses. */
  erase(): Promise<void>;
}

/**
 * What was found over time: one record for each token, verdict and reasons, on disk. Read when it is first needed. Credentials that
 * nobody can check leave no record: there is nothing that was found.
 */
export function createHistoryStore(parts: {
  readonly disk: RecordTable;
  readonly retentionMs: () => number;
  readonly nowMs: () => number;
  readonly calm: Calm;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}): HistoryStore {
  const records = new Map<string, VerdictRecord>();
  const disk = createDiskWriter({
    table: parts.disk,
    read: (name) => {
      const record = records.get(name);
      return record === undefined ? undefined : { version, name, record };
    },
    calm: parts.calm,
    logProblem: parts.logProblem,
    problem: 'history-disk-unwritable',
  });
  let opening: Promise<void> | null = null;

  async function restore(): Promise<void> {
    const values = await parts.disk.list();
    const known = values.flatMap((value) => {
      const parsed = v.safeParse(stored, value);
      return parsed.success ? [parsed.output] : [];
    });
    known.sort((a, b) => a.record.atMs - b.record.atMs);
    for (const { name, record } of known) records.set(name, record);
    disk.known(records.keys());
    const dropped = values.length - known.length;
    if (dropped > 0) parts.logProblem('history-disk-corrupt', { dropped });
  }

  const open = (): Promise<void> => {
    opening ??= restore().catch(() => parts.logProblem('history-disk-unreadable'));
    return opening;
  };

  const isOld = ({ atMs }: VerdictRecord): boolean => parts.nowMs() - atMs > parts.retentionMs();

  function forget(name: string): void {
    records.delete(name);
    disk.mark(name);
  }

  function dropOld(): void {
    for (const [name, record] of records) if (isOld(record)) forget(name);
  }

  function dropSurplus(provider: string | null): void {
    const all = [...records];
    const ofWebmail = all.filter(([, record]) => record.provider === provider);
    for (const [list, bound] of [
      [ofWebmail, maxVerdictsOfWebmail],
      [all, maxVerdicts],
    ] as const) {
      if (list.length <= bound) continue;
      // The oldest that is no danger, and without such a one the oldest.
      const [oldest] = list.find(([, { verdict }]) => verdict !== 'danger') ?? list[0] ?? [];
      if (oldest !== undefined) forget(oldest);
    }
  }

  async function note(inspection: Inspection, isPrivate: boolean): Promise<void> {
    if (isPrivate || inspection.verdict === 'not-inspected') return;
    await open();
    const record = toRecord(inspection);
    const name = nameOf(record);
    if (records.has(name)) return;
    records.set(name, record);
    disk.mark(name);
    dropSurplus(record.provider);
  }

  /** Since when a webmail's record is whole: what is older was dropped for being too many, and stays so. */
  function wholeSinceMs(provider: string | null): number {
    const known = [...records.values()].filter((record) => record.provider === provider);
    const isFull = known.length >= maxVerdictsOfWebmail || records.size >= maxVerdicts;
    return isFull ? Math.min(...known.map(({ atMs }) => atMs)) : Number.NEGATIVE_INFINITY;
  }

  return {
    note,
    async noteLost(sessions) {
      await open();
      for (const { provider, isPrivate, inspections } of sessions) {
        const sinceMs = wholeSinceMs(provider);
        // The oldest first, so that what goes for being too many is the oldest.
        for (const inspection of [...inspections].reverse()) {
          if (inspection.seenAtMs > sinceMs) await note(inspection, isPrivate);
        }
      }
    },
    async list() {
      await open();
      const kept = [...records.values()].filter((record) => !isOld(record)).reverse();
      return kept.sort((a, b) => b.atMs - a.atMs);
    },
    async noteContinued(fingerprints, atMs) {
      await open();
      for (const [name, record] of records) {
        if (record.verdict !== 'danger' || !fingerprints.includes(record.fingerprint)) continue;
        records.set(name, { ...record, continuedAtMs: atMs });
        disk.mark(name);
      }
    },
    async tidy() {
      await open();
      dropOld();
    },
    async erase() {
      await open();
      records.clear();
      await disk.clear();
    },
  };
}

const severities = ['danger', 'attention', 'note'] as const;

function toRecord({
  verdict,
  outcomes,
  provider,
  token,
  key,
  fingerprint,
  source,
  host,
  seenAtMs,
}: Inspection): VerdictRecord {
  const failing = outcomes.filter(isFailure).map(({ rule, severity }) => ({ rule, severity }));
  return {
    atMs: seenAtMs,
    provider,
    account: token?.account ?? null,
    tenant: token?.tenant ?? null,
    verdict,
    failing: failing.sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
    ),
    keyId: token?.kid ?? null,
    keyThumbprint: key?.thumbprint ?? null,
    issuer: token?.iss ?? null,
    fingerprint,
    source,
    host,
  };
}

const isFailure = (outcome: RuleOutcome): outcome is Extract<RuleOutcome, { outcome: 'fail' }> =>
  outcome.outcome === 'fail';

/** The same finding has the same name. */
function nameOf({ fingerprint, verdict, failing }: VerdictRecord): string {
  return `${fingerprint} ${verdict} ${failing.map(({ rule }) => rule).join(' ')}`;
}
