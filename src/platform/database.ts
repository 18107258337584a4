import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Stored values are `unknown` to readers: they are parsed where they are used. */
interface Schema extends DBSchema {
  'key-documents': { key: string; value: unknown };
  'key-histories': { key: string; value: unknown };
  sessions: { key: string; value: unknown };
  verdicts: { key: string; value: unknown };
  memories: { key: string; value: unknown };
}

/** Key documents by address, kept on disk. They are public; nothing about a person is in them. */
export interface KeyDocumentTable {
  load(url: string): Promise<unknown>;
  save(url: string, record: unknown): Promise<void>;
}

/** What each key document's answers said over time, by its address. Public as well. */
export type KeyHistoryTable = KeyDocumentTable;

/** Records about the person's sessions, on disk. Never of a private window, and never a token or its signature. */
export interface RecordTable {
  /** Every record, in the order of their names. */
  list(): Promise<readonly unknown[]>;
  /** Keeps and forgets in one transaction, so that either all of it is on disk or nothing. */
  change(kept: ReadonlyMap<string, unknown>, forgotten: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

export const databaseVersion = 3;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('countersign', databaseVersion, {
    // Each version adds to what the one before it kept.
    upgrade: (database, oldVersion) => {
      if (oldVersion < 1) database.createObjectStore('key-documents');
      if (oldVersion < 2) database.createObjectStore('key-histories');
      if (oldVersion < 3) {
        for (const name of ['sessions', 'verdicts', 'memories'] as const) {
          database.createObjectStore(name);
        }
      }
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    // The next one tries again.
    opened = null;
    throw error;
  });
  return opened;
}

function tableOf(name: 'key-documents' | 'key-histories'): KeyDocumentTable {
  return {
    load: async (url) => (await open()).get(name, url),
    save: async (url, record) => {
      await (await open()).put(name, record, url);
    },
  };
}

function recordsOf(name: 'sessions' | 'verdicts' | 'memories'): RecordTable {
  return {
    list: async () => (await open()).getAll(name),
    change: async (kept, forgotten) => {
      const transaction = (await open()).transaction(name, 'readwrite');
      const work: Promise<unknown>[] = [];
      try {
        for (const [key, record] of kept) work.push(transaction.store.put(record, key));
        for (const key of forgotten) work.push(transaction.store.delete(key));
        await Promise.all(work);
      } catch (error) {
        // What cannot be stored at all is refused before the transaction knows of it, which would go on without it.
        transaction.abort();
        await Promise.allSettled([...work, transaction.done]);
        throw error;
      }
      await transaction.done;
    },
    clear: async () => (await open()).clear(name),
  };
}

export const keyDocumentTable: KeyDocumentTable = tableOf('key-documents');
export const keyHistoryTable: KeyHistoryTable = tableOf('key-histories');
export const sessionTable: RecordTable = recordsOf('sessions');
export const verdictTable: RecordTable = recordsOf('verdicts');
/** What was seen of tokens, beside sessions: a few records of one kind each. */
export const memoryTable: RecordTable = recordsOf('memories');
