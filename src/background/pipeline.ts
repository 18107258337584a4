import type { Inspection, Sighting } from '../core/index.ts';
import { dueAt, mayChange } from './due.ts';

/** Most sightings that wait for inspection, and most of them from one page's host. */
export const maxQueued = 256;
export const maxQueuedPerHost = 128;
/** Most tokens remembered as inspected, and most of their characters. */
export const maxSeen = 1024;
export const maxSeenCharacters = 4_000_000;
/** Inspections that run at the same time; most of their time is waiting for keys and for the browser's cryptography. */
export const maxParallel = 8;

export interface PipelineParts {
  readonly inspect: (sighting: Sighting) => Promise<Inspection>;
  /** Stores an inspection and resolves with the names by which its use is noted. */
  readonly store: (inspection: Inspection, sighting: Sighting) => Promise<KnownToken>;
  /** A token that was inspected was used again. */
  readonly touch: (known: KnownToken, sighting: Sighting) => void;
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
}

export interface Pipeline {
  /** Takes a sighting; returns at once. A token seen before costs a look-up. */
  readonly receive: (sighting: Sighting) => void;
  /** Inspects again what could not be checked, whether seen again or not. */
  readonly retryOpen: () => void;
  /** Judges every token that is remembered again, after those that wait: what it is judged by has changed. */
  readonly judgeAgain: () => void;
  /** Forgets every token, so that each is inspected when it is seen again. */
  readonly forget: () => void;
  /** Resolves when nothing waits or runs. */
  readonly idle: () => Promise<void>;
}

/**
 * From sightings to stored inspections. Token texts live here in memory, bounded, and nowhere else. When more tokens come
 * than can be inspected, the newest of the host with too many are left out and counted in the log: a page that floods us
 * spoils its own record, not that of others.
 */
export function createPipeline(parts: PipelineParts): Pipeline {
  const seen = new Map<string, Seen>();
  const queue: Sighting[] = [];
  /** Keys of tokens to judge again when nothing new waits. */
  const backlog = new Set<string>();
  const waiters: (() => void)[] = [];
  let seenCharacters = 0;
  let running = 0;
  let dropped = 0;
  /** How often everything was to be judged again. */
  let rounds = 0;

  function receive(sighting: Sighting): void {
    const key = keyOf(sighting);
    const before = seen.get(key);
    if (before) {
      if (before.known !== null) parts.touch(before.known, sighting);
      const isDue = before.dueAtMs !== null && parts.nowMs() >= before.dueAtMs;
      if (!isDue) return;
    }
    if (!enqueue(sighting)) return;
    remember(key, { sighting, dueAtMs: null, isOpen: true, known: before?.known ?? null });
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

  function remember(key: string, entry: Seen): void {
    forget(key);
    seen.set(key, entry);
    seenCharacters += key.length;
    for (const [oldest] of seen) {
      if (seen.size <= maxSeen && seenCharacters <= maxSeenCharacters) break;
      forget(oldest);
    }
  }

  function forget(key: string): void {
    if (seen.delete(key)) seenCharacters -= key.length;
  }

  function drain(): void {
    while (running < maxParallel) {
      const sighting = queue.shift() ?? takeFromBacklog();
      if (sighting === undefined) break;
      running++;
      void process(sighting).finally(() => {
        running--;
        drain();
      });
    }
    if (running === 0 && queue.length === 0) {
      for (const resolve of waiters.splice(0)) resolve();
    }
  }

  function takeFromBacklog(): Sighting | undefined {
    for (const key of backlog) {
      backlog.delete(key);
      const entry = seen.get(key);
      // Forgotten since, or about to be judged anyway.
      if (entry === undefined || entry.dueAtMs === null) continue;
      remember(key, { ...entry, dueAtMs: null });
      return entry.sighting;
    }
    return undefined;
  }

  async function process(sighting: Sighting): Promise<void> {
    const key = keyOf(sighting);
    const begunInRound = rounds;
    try {
      const inspection = await parts.inspect(sighting);
      const known = await parts.store(inspection, sighting);
      const isOpen = mayChange(inspection);
      const dueAtMs = dueAt(inspection, sighting, isOpen, parts.nowMs());
      remember(key, { sighting, isOpen, dueAtMs, known });
      if (begunInRound !== rounds) backlog.add(key);
    } catch {
      // A bug of ours. The error is not logged itself, because its text could hold input.
      parts.logProblem('inspection-crashed');
      forget(key);
    }
  }

  return {
    receive,
    retryOpen() {
      for (const entry of [...seen.values()]) {
        if (entry.isOpen && entry.dueAtMs !== null && enqueue(entry.sighting)) {
          remember(keyOf(entry.sighting), { ...entry, dueAtMs: null });
        }
      }
      drain();
    },
    judgeAgain() {
      rounds++;
      for (const key of seen.keys()) backlog.add(key);
      drain();
    },
    forget() {
      seen.clear();
      seenCharacters = 0;
      backlog.clear();
    },
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        drain();
      }),
  };
}

/** The page that used a token; the host it was sent to where no page is known. */
const pageOf = ({ documentHost, host }: Sighting) => documentHost ?? host;

/**
 * The whole token: a changed payload under the same signature is another token. What came in the same answer counts too: a
 * known ID token beside another code is not the same sign-in. So does how it was presented: a token that is bound to a key
 * may be kept anywhere and used with its proof, but not as a plain one. And so does what the server said.
 */
function keyOf(sighting: Sighting): string {
  const { host, documentHost, isPrivate, credential, context } = sighting;
  const { code, accessToken, presentedAs, answer } = context;
  const key = `${isPrivate ? 1 : 0} ${presentedAs} ${answer ?? ''} ${host} ${documentHost ?? ''} ${credential}`;
  return code === null && accessToken === null ? key : `${key} ${code ?? ''} ${accessToken ?? ''}`;
}
