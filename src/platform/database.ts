import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Stored values are `unknown` to readers: they are parsed where they are used. */
interface Schema extends DBSchema {
  'key-documents': { key: string; value: unknown };
}

/** Key documents by address, kept on disk. They are public; nothing about a person is in them. */
export interface KeyDocumentTable {
  load(url: string): Promise<unknown>;
  save(url: string, record: unknown): Promise<void>;
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('countersign', 1, {
    upgrade: (database) => {
      database.createObjectStore('key-documents');
    },
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

export const keyDocumentTable: KeyDocumentTable = {
  load: async (url) => (await open()).get('key-documents', url),
  save: async (url, record) => {
    await (await open()).put('key-documents', record, url);
  },
};
