import type { Inspection, Sighting } from '../core/index.ts';
import { dueAt, mayChange } from './due.ts';
import { addLater } from './later-uses.ts';
import { createTokenTable } from './token-table.ts';
import { pageOf } from './token-use.ts';

/** Most sightings that wait for inspection, and most of them from one page's host. */
export const maxQueued = 256;
export const maxQueuedPerHost = 128;
/** Inspections that run at the same time; most of their time is waiting for keys and for the browser's cryptography. */
export const maxParallel = 8;
/** Most tokens that are inspected or stored at the same time. */
export const maxInFlight = 128;

export interface PipelineParts {
  readonly inspect: (sighting: Sighting) => Promise<Inspection>;
  /** Stores an inspection and resolves with the names by which its use is noted. */
  readonly store: (inspection: Inspection, sighting: Sighting) => Promise<KnownToken>;
  /** A token that was inspected was used again. False: nothing is remembered of it any more. */
  readonly touch: (known: KnownToken, sighting: Sighting) => boolean;
  readonly nowMs: () => number;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}

export interface KnownToken {
  readonly sessionId: string;
  readonly fingerprint: string;
}

interface Seen {
  readonly sighting: Sighting;
  /** When the token is judged again, if it is seen then; null while its inspection runs. */
  readonly dueAtMs: number | null;
  readonly isOpen: boolean;
  /** Null before its first inspection has ended. */
  readonly known: KnownToken | null;
  /** Uses that were seen while the first inspection ran: in another tab, or in this one after its page was loaded. */
  readonly later: readonly Sighting[];
}

export interface Pipeline {
  /** Takes a sighting; returns at once. A token seen before costs a look-up. */
  readonly receive: (sighting: Sighting) => void;
  /** Whether more can be taken without anything being left out soon. */
  readonly hasRoom: () => boolean;
  /** Inspects again what could not be checked, whether seen again or not. */
  readonly retryOpen: () => void;
  /** Judges every token that is remembered again, after those that wait: what it is judged by has changed. */
  readonly judgeAgain: () => void;
  /** Forgets every token, so that each is inspected when it is seen again. */
  readonly forget: () => void;
  /** Forgets what is of private windows; of those that are inspected just now nothing is kept. */
  readonly forgetPrivate: () => void;
  /** Resolves when nothing waits or runs. */
  readonly idle: () => Promise<void>;
}

/**
 * From sightings to stored inspections. Token texts live here in memory, bounded, and nowhere else. When more tokens come
 * than can be inspected, the newest of the host with too many are left out and counted in the log: a page that floods us
 * spoils its own record, not that of others.
 */
export function createPipeline(parts: PipelineParts): Pipeline {
  const seen = createTokenTable<Seen>();
  const queue: Sighting[] = [];
  /** Tokens to judge again when nothing new waits. */
  const backlog = new Set<Sighting>();
  const waiters: (() => void)[] = [];
  let inspecting = 0;
  /** Those that run, and those whose inspection is being stored. */
  let inFlight = 0;
  let dropped = 0;
  /** How often everything was to be judged again. */
  let rounds = 0;
  /** How often private windows were forgotten. */
  let forgettings = 0;

  function receive(sighting: Sighting): void {
    const before = seen.get(sighting);
    if (before) {
      const isKept = before.known === null || parts.touch(before.known, sighting);
      if (before.known === null) {
        seen.update(sighting, { ...before, later: addLater(before.later, sighting) });
      }
      // A session that was pushed out begins anew when it is used.
      const isDue = before.dueAtMs !== null && (!isKept || parts.nowMs() >= before.dueAtMs);
      if (!isDue) return;
    }
    if (!enqueue(sighting)) return;
    const known = before?.known ?? null;
    seen.set(sighting, { sighting, dueAtMs: null, isOpen: true, known, later: [] });
    drain();
  }

  function enqueue(sighting: Sighting): boolean {
    const ofHost = queue.filter((queued) => pageOf(queued) === pageOf(sighting)).length;
    if (queue.length < maxQueued && ofHost < maxQueuedPerHost) {
      queue.push(sighting);
      return true;
    }
    dropped++;
    // Said at growing intervals, so that a flood does not flood the log.
    if (Number.isInteger(Math.log2(dropped))) parts.logProblem('sightings-dropped', { dropped });
    return false;
  }

  function drain(): void {
    while (inspecting < maxParallel && inFlight < maxInFlight) {
      const sighting = queue.shift() ?? takeFromBacklog();
      if (sighting === undefined) break;
      inFlight++;
      void process(sighting).finally(() => {
        inFlight--;
        drain();
      });
    }
    if (inFlight === 0 && queue.length === 0) {
      for (const resolve of waiters.splice(0)) resolve();
    }
  }

  function takeFromBacklog(): Sighting | undefined {
    for (const sighting of backlog) {
      backlog.delete(sighting);
      const entry = seen.get(sighting);
      // Forgotten since, judged since, or about to be judged anyway.
      if (entry?.sighting !== sighting || entry.dueAtMs === null) continue;
      seen.set(sighting, { ...entry, dueAtMs: null });
      return entry.sighting;
    }
    return undefined;
  }

  /** Makes way for the next one when it is done, as its storing is written together with others'. */
  async function inspectInTurn(sighting: Sighting): Promise<Inspection> {
    inspecting++;
    try {
      return await parts.inspect(sighting);
    } finally {
      inspecting--;
      drain();
    }
  }

  async function process(sighting: Sighting): Promise<void> {
    const begunInRound = rounds;
    const begunAfter = forgettings;
    const isForgotten = () => sighting.isPrivate && begunAfter !== forgettings;
    try {
      const inspection = await inspectInTurn(sighting);
      if (isForgotten()) return;
      const known = await parts.store(inspection, sighting);
      if (isForgotten()) return;
      const isOpen = mayChange(inspection);
      const dueAtMs = dueAt(inspection, sighting, isOpen, parts.nowMs());
      for (const use of seen.get(sighting)?.later ?? []) parts.touch(known, use);
      seen.set(sighting, { sighting, isOpen, dueAtMs, known, later: [] });
      if (begunInRound !== rounds) backlog.add(sighting);
    } catch {
      // A bug of ours. The error is not logged itself, because its text could hold input.
      parts.logProblem('inspection-crashed');
      seen.delete(sighting);
    }
  }

  return {
    receive,
    hasRoom: () => queue.length < maxQueuedPerHost / 2,
    retryOpen() {
      for (const entry of seen.values()) {
        if (entry.isOpen && entry.dueAtMs !== null && enqueue(entry.sighting)) {
          seen.set(entry.sighting, { ...entry, dueAtMs: null });
        }
      }
      drain();
    },
    judgeAgain() {
      rounds++;
      for (const { sighting } of seen.values()) backlog.add(sighting);
      drain();
    },
    forget() {
      seen.clear();
      backlog.clear();
    },
    forgetPrivate() {
      forgettings++;
      queue.splice(0, queue.length, ...queue.filter(({ isPrivate }) => !isPrivate));
      for (const { sighting } of seen.values()) if (sighting.isPrivate) seen.delete(sighting);
      for (const sighting of backlog) if (sighting.isPrivate) backlog.delete(sighting);
    },
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        drain();
      }),
  };
}
