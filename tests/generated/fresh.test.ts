import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generators } from '../../tools/generate/index.ts';

describe('generated files', () => {
  test('have generators', () => {
    expect(generators.length).toBeGreaterThanOrEqual(5);
  });

  test.each(generators)(
    '$name: the files are what npm run generate writes',
    async ({ generate }) => {
      const files = await generate();
      expect(files.size).toBeGreaterThan(0);
      const stale = [...files]
        .filter(([path, content]) => !existsSync(path) || !isSame(readFileSync(path), content))
        .map(([path]) => path);
      expect(stale, 'run npm run generate').toEqual([]);
    },
  );
});

function isSame(is: Buffer, expected: string | Uint8Array): boolean {
  return is.equals(typeof expected === 'string' ? Buffer.from(expected) : expected);
}
