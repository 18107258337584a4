import { describe, expect, test } from 'vitest';
import { type SourceFile, sources, walk } from './source-files.ts';

/** What the core must not reach for: it is given time, keys and chance by its callers. */
const forbiddenInCore = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Date',
  'performance',
  'document',
  'window',
  'self',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'browser',
  'chrome',
  'console',
  'process',
  'Buffer',
  'require',
  'eval',
  'Function',
]);
const forbiddenEverywhere = new Set([
  'eval',
  'Function',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
]);
const forbiddenMembers = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'write',
  'writeln',
]);

/** Identifiers that are used as values and not declared in the file, and member names. */
function namesIn({ program }: SourceFile): { identifiers: Set<string>; members: Set<string> } {
  const identifiers = new Set<string>();
  const members = new Set<string>();
  const labels = new Set<unknown>();
  walk(program, (node) => {
    if (node['type'] === 'MemberExpression' && node['computed'] === false)
      labels.add(node['property']);
    if (node['type'] === 'Property' && node['computed'] === false) labels.add(node['key']);
    if (/^TS/.test(String(node['type']))) for (const part of Object.values(node)) labels.add(part);
    if (node['type'] === 'MemberExpression' || node['type'] === 'JSXAttribute') {
      const name = (node['property'] ?? node['name']) as { name?: unknown } | undefined;
      if (typeof name?.name === 'string') members.add(name.name);
    }
  });
  walk(program, (node) => {
    if (node['type'] === 'Identifier' && !labels.has(node)) identifiers.add(String(node['name']));
  });
  return { identifiers, members };
}

const core = sources.filter(({ path }) => path.startsWith('src/core/'));

describe('globals', () => {
  test('the core reads no clock, network, page, log or storage', () => {
    expect(core.length).toBeGreaterThan(40);
    const found = core.flatMap((file) =>
      [...namesIn(file).identifiers]
        .filter((name) => forbiddenInCore.has(name))
        .map((name) => `${file.path} uses ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('what reads files needs neither Node nor a page', () => {
    const given = new Set(['Buffer', 'process', 'require', 'window', 'fetch']);
    const readers = sources.filter(({ path }) => path.startsWith('src/input/'));
    expect(readers.length).toBeGreaterThan(25);
    const found = readers.flatMap((file) =>
      [...namesIn(file).identifiers]
        .filter((name) => given.has(name))
        .map((name) => `${file.path} uses ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('no file evaluates text, writes markup from text or keeps anything in local storage', () => {
    // The command line writes to streams, not to pages; one port reads what webmail pages keep, and keeps nothing itself.
    const reader = 'src/platform/page-storage.ts';
    // Another one empties it, when the person asks for that.
    const emptier = 'src/platform/site-storage.ts';
    const emptying = sources.find(({ path }) => path === emptier)?.text ?? 'setItem';
    expect(emptying.match(/(?:local|session)Storage\b.*/g)).toEqual([
      'localStorage.clear(),',
      'sessionStorage.clear(),',
    ]);
    const ofBrowser = sources.filter(
      ({ path }) => !path.startsWith('src/cli/') && path !== reader && path !== emptier,
    );
    const text = sources.find(({ path }) => path === reader)?.text ?? 'setItem';
    expect(text).not.toMatch(/setItem|removeItem|\.clear\(/);
    const found = ofBrowser.flatMap((file) => {
      const { identifiers, members } = namesIn(file);
      return [
        ...[...identifiers].filter((name) => forbiddenEverywhere.has(name)),
        ...[...members].filter((name) => forbiddenMembers.has(name)),
      ].map((name) => `${file.path} uses ${name}`);
    });
    expect(found).toEqual([]);
  });

  test('only the platform writes to the log, and the command line to its output', () => {
    const found = sources
      .filter((file) => !file.path.startsWith('src/cli/'))
      .filter((file) => namesIn(file).identifiers.has('console'))
      .map(({ path }) => path);
    expect(found).toEqual(['src/platform/log.ts']);
  });

  test('the search finds what it looks for', () => {
    const names = namesIn({
      path: 'x',
      text: '',
      imports: [],
      program: { type: 'Program', body: [{ type: 'Identifier', name: 'fetch' }] },
    });
    expect([...names.identifiers]).toEqual(['fetch']);
  });
});
