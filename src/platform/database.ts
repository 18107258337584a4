import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Stored values are `unknown` to readers: they are parsed where they are used. */
interface Schema extends DBSchema {
  'key-documents': { key: string; value: unknown };
  'key-histories': { key: string; value: unknown };
}

/** Key documents by address, kept on disk. They are public; nothing about a person is in them. */
export interface KeyDocumentTable {
  load(url: string): Promise<unknown>;
  save(url: string, record: unknown): Promise<void>;
}

/** What each key document's answers said over time, by its address. Public as well. */
export type KeyHistoryTable = KeyDocumentTable;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('countersign', 2, {
    // Each version adds to what the one before it kept.
    upgrade: (database, oldVersion) => {
      if (oldVersion < 1) database.createObjectStore('key-documents');
      if (oldVersion < 2) database.createObjectStore('key-histories');
    },
    terminated: () => {
      opened = null;
    },
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

export const keyDocumentTable: KeyDocumentTable = tableOf('key-documents');
export const keyHistoryTable: KeyHistoryTable = tableOf('key-histories');
