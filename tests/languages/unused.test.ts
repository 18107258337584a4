import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEnglish } from '../../tools/languages/english.ts';
import { type SourceFile, sources, walk } from '../architecture/source-files.ts';

/** Where sentences are defined; what stands here is not a use of them. */
const isTable = ({ path }: SourceFile) =>
  /texts\.ts$/.test(path) && !path.startsWith('src/protocol/');

/** Every text in the sources, and the start of every text that is put together, as `reason_` of `reason_${code}`. */
function listTexts(): { readonly whole: ReadonlySet<string>; readonly starts: readonly string[] } {
  const whole = new Set<string>();
  const starts = new Set<string>();
  for (const file of sources) {
    if (isTable(file) || file.path.startsWith('src/core/rules/')) continue;
    walk(file.program, (node) => {
      if (node['type'] === 'Literal' && typeof node['value'] === 'string') whole.add(node['value']);
      if (node['type'] !== 'TemplateLiteral') return;
      const [first] = node['quasis'] as { value: { cooked: string } }[];
      const start = /^[a-z][a-z0-9]*_(?:[a-z0-9_]*)$/.exec(first?.value.cooked ?? '')?.[0];
      if (start !== undefined) starts.add(start);
    });
  }
  return { whole, starts: [...starts] };
}

/**
 * Messages whose names are put together from a start that is itself a variable: the start, and the file that does it. A start counts only
 * while it is written out in that file.
 */
const puzzled: Readonly<Record<string, string>> = {
  verdict_: 'src/popup/verdict-names.ts',
  why_: 'src/popup/verdict-names.ts',
  todo_: 'src/popup/verdict-names.ts',
};

const ofManifest = readFileSync('manifest.json', 'utf8');
const { whole, starts } = listTexts();
const english = await readEnglish();

function isUsed(name: string): boolean {
  if (whole.has(name) || ofManifest.includes(`__MSG_${name}__`)) return true;
  // Forms of a message about a number are chosen by the number.
  const family = name.replace(/_(?:one|other)$/, '');
  if (family !== name && whole.has(family)) return true;
  if (starts.some((start) => name.startsWith(start))) return true;
  return Object.entries(puzzled).some(
    ([start, path]) =>
      name.startsWith(start) && readFileSync(path, 'utf8').includes(`'${start.slice(0, -1)}'`),
  );
}

describe('messages', () => {
  test('are all used by some page', () => {
    expect(english.size).toBeGreaterThan(400);
    expect([...english.keys()].filter((name) => !isUsed(name))).toEqual([]);
  });

  test('that nobody uses are noticed', () => {
    expect(isUsed('verdict_verified')).toBe(true);
    expect(isUsed('reason_key_not_found')).toBe(true);
    expect(isUsed('app_description')).toBe(true);
    for (const name of ['limit_nowhere', 'try_again_never', 'todont_verified', 'app_nickname']) {
      expect(isUsed(name)).toBe(false);
    }
  });
});
