import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { keyDocumentTable, keyHistoryTable } from '../../src/platform/database.ts';

// What the version before this one left behind.
const before = await openDB('countersign', 1, {
  upgrade: (database) => {
    database.createObjectStore('key-documents');
  },
});
await before.put('key-documents', { keys: [0] }, 'https://old.example/keys');
before.close();

test('an upgrade keeps the key documents that were there', async () => {
  expect(await keyDocumentTable.load('https://old.example/keys')).toEqual({ keys: [0] });
});

test('a history is kept by its document’s address, apart from the document', async () => {
  await keyHistoryTable.save('https://a.example/keys', { keys: new Map([['a', 1]]) });
  expect(await keyHistoryTable.load('https://a.example/keys')).toEqual({
    keys: new Map([['a', 1]]),
  });
  expect(await keyDocumentTable.load('https://a.example/keys')).toBeUndefined();
});

test('a key document is kept by its address', async () => {
  expect(await keyDocumentTable.load('https://a.example/keys')).toBeUndefined();
  await keyDocumentTable.save('https://a.example/keys', { keys: [1] });
  await keyDocumentTable.save('https://b.example/keys', { keys: [2] });
  expect(await keyDocumentTable.load('https://a.example/keys')).toEqual({ keys: [1] });
});
