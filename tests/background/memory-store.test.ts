import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { diskDelayMs } from '../../src/background/disk-writer.ts';
import { createMemoryStore } from '../../src/background/memory-store.ts';
import { maxMemoryAgeMs, scopeOf } from '../../src/core/index.ts';
import { alwaysCalm } from '../support/calm.ts';
import { nowMs, seenOf } from '../support/history.ts';
import { createBrokenTable, createTestTable } from '../support/record-table.ts';

const scope = scopeOf('outlook-work', false);

function setUp(disk = new Map<string, unknown>(), table = createTestTable()) {
  const problems: string[] = [];
  const writes = { count: 0 };
  const store = createMemoryStore({
    storage: {
      load: async (name) => structuredClone(disk.get(name)),
      save: async (name, value) => {
        writes.count++;
        disk.set(name, structuredClone(value));
      },
    },
    disk: table,
    nowMs: () => nowMs,
    calm: alwaysCalm,
    logProblem: (code) => problems.push(code),
  });
  return { store, disk, problems, writes, table };
}

describe('memory store', () => {
  test('what was seen is there after a restart, private windows apart', async () => {
    const before = setUp();
    before.store.remember(scope, seenOf());
    before.store.remember(scopeOf('outlook-work', true), seenOf({ fingerprint: 'private' }));
    await before.store.noteStart({ tabId: 3, atMs: nowMs });
    await before.store.saved();
    const after = setUp(before.disk);
    await after.store.ready;
    expect(after.store.recall(scope).tokens()).toEqual(before.store.recall(scope).tokens());
    expect(after.store.recall(scope).accounts).toEqual(before.store.recall(scope).accounts);
    expect(after.store.recall(scope).freshStarts).toEqual([{ tabId: 3, atMs: nowMs }]);
    const tokens = after.store.recall(scopeOf('outlook-work', true)).tokens();
    expect(tokens.map(({ fingerprint }) => fingerprint)).toEqual(['private']);
    expect(after.problems).toEqual([]);
  });

  test('what comes while the store is read is added to it', async () => {
    const before = setUp();
    before.store.remember(scope, seenOf({ fingerprint: 'old' }));
    await before.store.saved();
    const after = setUp(before.disk);
    after.store.remember(scope, seenOf({ fingerprint: 'new' }));
    await after.store.saved();
    const again = setUp(before.disk);
    await again.store.ready;
    const names = again.store
      .recall(scope)
      .tokens()
      .map(({ fingerprint }) => fingerprint);
    expect(names).toEqual(['old', 'new']);
  });

  test('a closed tab is forgotten in the store too', async () => {
    const { store, disk } = setUp();
    store.remember(scope, seenOf({ tabIds: [7] }));
    await store.noteStart({ tabId: 7, atMs: nowMs });
    await store.forgetTab(7);
    expect(JSON.stringify([...disk])).not.toContain('7]');
    expect(store.recall(scope).tokens()[0]?.tabIds).toEqual([]);
    expect(store.recall(scope).freshStarts).toEqual([]);
  });

  test.each([
    ['text', 'rubbish'],
    ['a list', []],
    ['a token without a fingerprint', { scopes: [[scope, [{}]]], freshStarts: [] }],
    ['a kind that does not exist', { scopes: [[scope, [seenOf(), { kind: 'x' }]]] }],
  ])('a damaged store is as good as none and is logged: %s', async (_name, value) => {
    const { store, problems } = setUp(new Map<string, unknown>([['sightings', value]]));
    await store.ready;
    expect(store.recall(scope).tokens()).toEqual([]);
    expect(problems).toEqual(['memory-store-corrupt']);
  });

  test('a burst of tokens costs few writes', async () => {
    const { store, writes } = setUp();
    await store.ready;
    for (let at = 0; at < 100; at++) store.remember(scope, seenOf({ fingerprint: `f${at}` }));
    await store.saved();
    expect(writes.count).toBeLessThanOrEqual(2);
  });

  test('a storage that fails is logged and costs only what a restart would keep', async () => {
    const problems: string[] = [];
    const fails = async () => {
      throw new Error('no');
    };
    const store = createMemoryStore({
      storage: { load: fails, save: fails },
      disk: createBrokenTable(),
      nowMs: () => nowMs,
      calm: alwaysCalm,
      logProblem: (code) => problems.push(code),
    });
    store.remember(scope, seenOf());
    await store.saved();
    expect(store.recall(scope).tokens()).toHaveLength(1);
    expect(problems).toEqual([
      'memory-store-unreadable',
      'memory-disk-unreadable',
      'memory-store-unwritable',
    ]);
  });
});

describe('what was seen before the browser was closed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function closed(...tokens: readonly ReturnType<typeof seenOf>[]) {
    const before = setUp();
    for (const token of tokens) before.store.remember(scope, token);
    before.store.remember(scopeOf('outlook-work', true), seenOf({ fingerprint: 'private' }));
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    return before.table;
  }

  test('is there again, without tabs, and nothing of a private window is on disk', async () => {
    const table = await closed(seenOf({ tabIds: [4] }));
    expect(JSON.stringify([...table.records])).not.toContain('private');
    expect(table.writes()).toBe(1);
    const { store, problems } = setUp(new Map(), table);
    await store.ready;
    expect(store.recall(scope).tokens()).toEqual([seenOf({ tabIds: [] })]);
    expect(problems).toEqual([]);
  });

  test('is forgotten when it is too old', async () => {
    const table = await closed(
      seenOf({ fingerprint: 'old', seenAtMs: nowMs - maxMemoryAgeMs - 1 }),
      seenOf({ fingerprint: 'kept', seenAtMs: nowMs - maxMemoryAgeMs }),
    );
    const { store } = setUp(new Map(), table);
    await store.ready;
    const tokens = store.recall(scope).tokens();
    expect(tokens.map(({ fingerprint }) => fingerprint)).toEqual(['kept']);
  });

  test('is dropped and logged when its record is damaged or of another version', async () => {
    for (const record of [
      { name: 'sightings', version: 1 },
      { name: 'sightings', version: 2, scopes: [] },
    ]) {
      const table = createTestTable(new Map([['sightings', record]]));
      const { store, problems } = setUp(new Map(), table);
      await store.ready;
      expect(store.recall(scope).tokens()).toEqual([]);
      expect(problems).toEqual(['memory-disk-corrupt']);
    }
  });

  test('is erased on request, in memory and on disk', async () => {
    const table = await closed(seenOf());
    const { store, disk } = setUp(new Map(), table);
    await store.erase();
    expect(store.recall(scope).tokens()).toEqual([]);
    expect(table.records.size).toBe(0);
    expect(JSON.stringify([...disk])).not.toContain(seenOf().fingerprint);
  });
});
