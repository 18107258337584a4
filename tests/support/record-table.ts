import type { RecordTable } from '../../src/platform/database.ts';

/** A table that is kept in memory, and counts how often it was written. */
export interface TestTable extends RecordTable {
  readonly records: Map<string, unknown>;
  readonly writes: () => number;
}

export function createTestTable(records = new Map<string, unknown>()): TestTable {
  let writes = 0;
  return {
    records,
    writes: () => writes,
    list: async () => [...records.values()].map((value) => structuredClone(value)),
    change: async (kept, forgotten) => {
      writes++;
      for (const [name, value] of kept) records.set(name, structuredClone(value));
      for (const name of forgotten) records.delete(name);
    },
    clear: async () => records.clear(),
  };
}

/** A table on a disk that refuses everything. */
export function createBrokenTable(): RecordTable {
  const fails = async () => {
    throw new Error('no');
  };
  return { list: fails, change: fails, clear: fails };
}
