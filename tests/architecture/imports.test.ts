import { describe, expect, test } from 'vitest';
import { judgeImports } from './import-rules.ts';
import { sources } from './source-files.ts';

describe('imports', () => {
  test('every source file is looked at', () => {
    expect(sources.length).toBeGreaterThan(80);
  });

  test('keep the layers apart', () => {
    expect(sources.flatMap(judgeImports)).toEqual([]);
  });

  test('form no cycle', () => {
    expect(findCycle()).toBeNull();
  });

  const breaches: readonly [string, string, boolean][] = [
    ['src/core/inspect.ts', 'src/platform/tabs.ts', false],
    ['src/core/inspect.ts', 'jose', false],
    ['src/core/rules/key-foreign.ts', 'src/core/rules/key-denied.ts', false],
    ['src/core/providers/outlook-work.ts', 'src/core/providers/outlook-consumer.ts', false],
    ['src/platform/tabs.ts', 'src/core/index.ts', false],
    ['src/protocol/messages.ts', 'src/platform/i18n.ts', false],
    ['src/background/sources/request-header.ts', 'src/background/pipeline.ts', false],
    ['src/background/pipeline.ts', 'src/core/inspect.ts', false],
    ['src/ui/format.ts', 'src/core/index.ts', false],
    ['src/popup/popup.tsx', 'src/platform/tabs.ts', false],
    ['src/popup/popup.tsx', 'src/background/view.ts', true],
    ['src/background/view.ts', 'src/background/main.ts', false],
    ['src/input/har.ts', 'node:fs', false],
    ['src/input/har.ts', 'src/core/inspect.ts', false],
    ['src/input/har.ts', 'src/cli/usage.ts', false],
    ['src/popup/popup.tsx', 'src/input/har.ts', false],
    ['src/newcomer/thing.ts', 'preact', false],
  ];
  test.each(breaches)('%s may not import %s', (path, target, isType) => {
    expect(judgeImports({ path, imports: [{ target, isType }] })).not.toEqual([]);
  });
});

/** A chain of files that ends where it began, or null. */
function findCycle(): readonly string[] | null {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const done = new Set<string>();
  const search = (path: string, chain: readonly string[]): readonly string[] | null => {
    if (chain.includes(path)) return [...chain.slice(chain.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const { target, isType } of byPath.get(path)?.imports ?? []) {
      const cycle = isType ? null : search(target, [...chain, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of byPath.keys()) {
    const cycle = search(path, []);
    if (cycle) return cycle;
  }
  return null;
}
