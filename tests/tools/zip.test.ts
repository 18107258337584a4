import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../tools/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an archive', () => {
  const entries = [
    { path: 'manifest.json', content: bytes('{"name":"Countersign"}'.repeat(50)) },
    { path: 'a/short.txt', content: bytes('x') },
    { path: 'a/empty.txt', content: bytes('') },
    { path: '_locales/ar/ا.json', content: bytes('نص') },
  ];

  test('is read by another library as it was packed', async () => {
    const read = unzipSync(await makeZip(entries));
    expect(Object.keys(read)).toEqual(entries.map(({ path }) => path));
    for (const { path, content } of entries) expect(read[path]).toEqual(content);
  });

  test('is the same for the same contents, and small', async () => {
    expect(await makeZip(entries)).toEqual(await makeZip(entries));
    expect((await makeZip(entries)).length).toBeLessThan(700);
  });
});
