import { describe, expect, test } from 'vitest';
import { sources } from './source-files.ts';

/** Everything that is loaded at run time when a file is: what it imports, and what that imports. */
function listLoaded(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    const file = sources.find((source) => source.path === path);
    for (const { target, isType } of file?.imports ?? []) if (!isType) waiting.push(target);
  }
  return loaded;
}

describe('what the popup loads', () => {
  const loaded = [...listLoaded('src/popup/main.tsx')];

  test('is found', () => {
    expect(loaded.length).toBeGreaterThan(20);
    expect(listLoaded('src/background/main.ts')).toContain('src/core/index.ts');
  });

  test('holds nothing of the core and no schemas: it is to be there at once', () => {
    const heavy = loaded.filter(
      (target) => target.startsWith('src/core/') || /^(valibot|jose|idb)$/.test(target),
    );
    expect(heavy).toEqual([]);
  });
});
