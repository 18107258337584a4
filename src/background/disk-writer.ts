import type { RecordTable } from '../platform/database.ts';
import type { Calm } from './coalesced.ts';

/** Changes reach the disk together, this long after the first of them, or when a busy page has come to rest; a browser that dies before loses them. */
export const diskDelayMs = 3_000;
/** Between two writes lies at least this time, whatever happens: a page that floods us wears out nobody's disk. */
export const diskRestMs = 15_000;

export interface DiskWriter {
  /** What stands under this name now has to be written, or forgotten. What came and went between two writes costs neither. */
  readonly mark: (name: string) => void;
  /** Names whose newest state is not on disk yet. */
  readonly pending: () => readonly string[];
  /** Names that may be on disk already, from before. */
  readonly known: (names: Iterable<string>) => void;
  /** Writes at once. Never rejects. */
  readonly flush: () => Promise<void>;
  /** Forgets everything on disk and what was to be written. Rejects when the disk refuses. */
  readonly clear: () => Promise<void>;
}

/** Collects changes for the disk, so that no request and no token costs a write of its own. */
export function createDiskWriter(parts: {
  readonly table: RecordTable;
  /** What to keep under a name; undefined: nothing any more. */
  readonly read: (name: string) => unknown;
  readonly calm: Calm;
  readonly logProblem: (code: string) => void;
  /** Said when the disk refuses. */
  readonly problem: string;
}): DiskWriter {
  const marked = new Set<string>();
  /** Names that are on disk, or may be. */
  const onDisk = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let resting: ReturnType<typeof setTimeout> | null = null;
  // One after the other, so that no older state is written over a newer one.
  let last: Promise<void> = Promise.resolve();

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function start(delayMs: number): void {
    timer ??= setTimeout(() => void parts.calm().then(flush), delayMs);
  }

  function rest(): void {
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => {
      resting = null;
      if (marked.size > 0) start(0);
    }, diskRestMs);
  }

  async function write(): Promise<void> {
    const names = [...marked];
    if (names.length === 0) return;
    marked.clear();
    const kept = new Map<string, unknown>();
    for (const name of names) {
      const value = parts.read(name);
      if (value === undefined) continue;
      kept.set(name, value);
      onDisk.add(name);
    }
    const forgotten = names.filter((name) => !kept.has(name));
    for (const name of forgotten) onDisk.delete(name);
    try {
      await parts.table.change(kept, forgotten);
    } catch {
      parts.logProblem(parts.problem);
    }
  }

  function flush(): Promise<void> {
    stop();
    // What was to be written may have been forgotten meanwhile.
    if (marked.size === 0) return last;
    rest();
    last = last.then(write);
    return last;
  }

  return {
    mark(name) {
      const cameAndWent = marked.has(name) && !onDisk.has(name) && parts.read(name) === undefined;
      if (cameAndWent) marked.delete(name);
      else marked.add(name);
      if (marked.size > 0 && resting === null) start(diskDelayMs);
    },
    known(names) {
      for (const name of names) onDisk.add(name);
    },
    pending: () => [...marked],
    flush,
    clear() {
      stop();
      marked.clear();
      onDisk.clear();
      const clearing = last.then(() => parts.table.clear());
      last = clearing.catch(() => undefined);
      return clearing;
    },
  };
}
