import type { SessionTable } from '../../src/platform/session-storage.ts';

/** Session memory that is a map, and counts how often it was written. */
export function createSessionTable(memory = new Map<string, unknown>()) {
  const writes = { count: 0 };
  const table: SessionTable = {
    list: async (prefix) => new Map([...memory].filter(([name]) => name.startsWith(prefix))),
    change: async (kept, forgotten) => {
      writes.count++;
      for (const [name, value] of kept) memory.set(name, structuredClone(value));
      for (const name of forgotten) memory.delete(name);
    },
  };
  return { table, memory, writes };
}
