import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { keyDocumentTable } from '../../src/platform/database.ts';

test('a key document is kept by its address', async () => {
  expect(await keyDocumentTable.load('https://a.example/keys')).toBeUndefined();
  await keyDocumentTable.save('https://a.example/keys', { keys: [1] });
  await keyDocumentTable.save('https://b.example/keys', { keys: [2] });
  expect(await keyDocumentTable.load('https://a.example/keys')).toEqual({ keys: [1] });
});
