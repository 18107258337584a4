import type { Session } from '../core/index.ts';
import type { RecordTable } from '../platform/database.ts';
import type { Calm } from './coalesced.ts';
import { createDiskWriter, type DiskWriter } from './disk-writer.ts';
import { readSessionRecords, writeSessionRecord } from './session-record.ts';

export interface SessionDisk extends DiskWriter {
  /** What was kept when the browser was closed. Rejects when the disk cannot be read. */
  readonly restore: () => Promise<readonly Session[]>;
}

/** Sessions on disk, for the time after the browser was closed: without the numbers of tabs, and without anything of a private window. */
export function createSessionDisk(parts: {
  readonly table: RecordTable;
  /** The session as it is now; undefined: it is gone. */
  readonly read: (id: string) => Session | undefined;
  readonly calm: Calm;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}): SessionDisk {
  const writer = createDiskWriter({
    ...parts,
    read: (id) => writeSessionRecord(parts.read(id)),
    problem: 'session-disk-unwritable',
  });
  return {
    ...writer,
    async restore() {
      const { known, dropped } = readSessionRecords(await parts.table.list());
      writer.known(known.map(({ id }) => id));
      if (dropped > 0) parts.logProblem('session-disk-corrupt', { dropped });
      return known;
    },
  };
}
