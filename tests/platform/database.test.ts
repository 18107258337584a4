import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';

const names = ['sessions', 'verdicts', 'memories'];

async function openAfter(version: number) {
  globalThis.indexedDB = new IDBFactory();
  if (version > 0) {
    const before = await openDB('countersign', version, {
      upgrade: (database) => {
        if (version >= 1) database.createObjectStore('key-documents');
        if (version >= 2) database.createObjectStore('key-histories');
        if (version >= 3) for (const name of names) database.createObjectStore(name);
      },
    });
    await before.put('key-documents', { keys: [0] }, 'https://old.example/keys');
    if (version >= 2) await before.put('key-histories', { old: true }, 'https://old.example/keys');
    if (version >= 3) await before.put('sessions', { kept: true }, 'a');
    before.close();
  }
  vi.resetModules();
  return import('../../src/platform/database.ts');
}

describe('the database', () => {
  test.each([0, 1, 2, 3])('keeps what version %i left behind', async (version) => {
    const tables = await openAfter(version);
    const url = 'https://old.example/keys';
    expect(await tables.keyDocumentTable.load(url)).toEqual(
      version >= 1 ? { keys: [0] } : undefined,
    );
    expect(await tables.keyHistoryTable.load(url)).toEqual(
      version >= 2 ? { old: true } : undefined,
    );
    expect(await tables.sessionTable.list()).toEqual(version >= 3 ? [{ kept: true }] : []);
    await tables.verdictTable.change(new Map([['v', 1]]), []);
    expect(await tables.verdictTable.list()).toEqual([1]);
    expect(tables.databaseVersion).toBe(3);
  });

  test('a key document and its history are kept by their address, apart', async () => {
    const { keyDocumentTable, keyHistoryTable } = await openAfter(0);
    expect(await keyDocumentTable.load('https://a.example/keys')).toBeUndefined();
    await keyHistoryTable.save('https://a.example/keys', { keys: new Map([['a', 1]]) });
    expect(await keyDocumentTable.load('https://a.example/keys')).toBeUndefined();
    await keyDocumentTable.save('https://a.example/keys', { keys: [1] });
    await keyDocumentTable.save('https://b.example/keys', { keys: [2] });
    expect(await keyDocumentTable.load('https://a.example/keys')).toEqual({ keys: [1] });
    expect(await keyHistoryTable.load('https://a.example/keys')).toEqual({
      keys: new Map([['a', 1]]),
    });
  });

  test('records are kept and forgotten together, each table for itself', async () => {
    const { sessionTable, verdictTable, memoryTable } = await openAfter(0);
    await sessionTable.change(
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
      [],
    );
    await sessionTable.change(new Map([['c', 3]]), ['a', 'never-there']);
    expect(await sessionTable.list()).toEqual([2, 3]);
    expect(await verdictTable.list()).toEqual([]);
    await memoryTable.change(new Map([['m', 1]]), []);
    await sessionTable.clear();
    expect(await sessionTable.list()).toEqual([]);
    expect(await memoryTable.list()).toEqual([1]);
  });

  test('a change that cannot be kept keeps nothing of it', async () => {
    const { sessionTable } = await openAfter(0);
    await sessionTable.change(new Map([['a', 1]]), []);
    const half = new Map<string, unknown>([
      ['b', 2],
      ['c', () => 'functions cannot be stored'],
    ]);
    await expect(sessionTable.change(half, ['a'])).rejects.toThrow();
    expect(await sessionTable.list()).toEqual([1]);
  });
});
