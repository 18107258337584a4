import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBindingStore } from '../../src/background/binding-store.ts';
import { createMemoryStore } from '../../src/background/memory-store.ts';
import { againAfterMs, createPrivateEnd } from '../../src/background/private-end.ts';
import { createSessionStore } from '../../src/background/session-store.ts';
import { type Inspection, scopeOf } from '../../src/core/index.ts';
import { alwaysCalm } from '../support/calm.ts';
import { seenOf } from '../support/history.ts';
import { inspectionOf } from '../support/inspections.ts';
import { createTestTable } from '../support/record-table.ts';
import { createSessionTable } from '../support/session-table.ts';

interface Tab {
  readonly id: number;
  readonly isPrivate: boolean;
}

function setUp(listed: readonly Tab[]) {
  let forgotten = 0;
  const tabs = [...listed];
  const close = createPrivateEnd({
    listTabs: async () => tabs,
    stores: [{ forgetPrivate: async () => void forgotten++ }],
  });
  return { close, tabs, forgotten: () => forgotten };
}
const open = (id: number): Tab => ({ id, isPrivate: false });
const hidden = (id: number): Tab => ({ id, isPrivate: true });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is of private windows is forgotten with their last tab, not before', async () => {
  const { close, tabs, forgotten } = setUp([open(1), hidden(2), hidden(3)]);
  await close(1);
  await close(2);
  expect(forgotten()).toBe(0);
  tabs.splice(0, tabs.length, open(4));
  await close(3);
  expect(forgotten()).toBe(1);
});

test('tabs that are still listed when they are closed do not count as open', async () => {
  const { close, forgotten } = setUp([hidden(2), hidden(3)]);
  await close(2);
  expect(forgotten()).toBe(0);
  await close(3);
  expect(forgotten()).toBe(1);
});

test('what was on its way when the last was closed is forgotten some seconds later, unless another is open', async () => {
  const { close, tabs, forgotten } = setUp([open(1), hidden(2)]);
  await close(2);
  await vi.advanceTimersByTimeAsync(againAfterMs - 1);
  expect(forgotten()).toBe(1);
  tabs.splice(0, tabs.length, open(1));
  await vi.advanceTimersByTimeAsync(1);
  expect(forgotten()).toBe(2);
  await vi.advanceTimersByTimeAsync(10 * againAfterMs);
  expect(forgotten()).toBe(2);
  await close(7);
  tabs.push(hidden(8));
  await vi.advanceTimersByTimeAsync(10 * againAfterMs);
  expect(forgotten()).toBe(3);
});

test('tabs that are closed one after the other are followed by one more forgetting', async () => {
  const { close, forgotten } = setUp([open(1)]);
  await close(2);
  await vi.advanceTimersByTimeAsync(againAfterMs - 1);
  await close(3);
  await vi.advanceTimersByTimeAsync(againAfterMs - 1);
  expect(forgotten()).toBe(2);
  await vi.advanceTimersByTimeAsync(10 * againAfterMs);
  expect(forgotten()).toBe(3);
});

test('the stores forget that, and nothing else', async () => {
  vi.useRealTimers();
  const kept = new Map<string, unknown>();
  const storage = {
    load: async (name: string) => kept.get(name),
    save: async (name: string, value: unknown) => void kept.set(name, structuredClone(value)),
  };
  const more = { nowMs: () => 1_795_521_660_000, calm: alwaysCalm, logProblem: () => {} };
  const memoryOfSessions = new Map<string, unknown>();
  const sessions = createSessionStore({
    ...more,
    storage: createSessionTable(memoryOfSessions).table,
    disk: createTestTable(),
    retentionMs: () => Number.POSITIVE_INFINITY,
  });
  const memory = createMemoryStore({ ...more, storage, disk: createTestTable() });
  const bindings = createBindingStore({ storage, logProblem: () => {} });
  await Promise.all([sessions.ready, memory.ready, bindings.ready]);
  for (const isPrivate of [true, false]) {
    const name = isPrivate ? 'hidden' : 'open';
    const inspection: Inspection = { ...inspectionOf(), fingerprint: `${name}-session` };
    await sessions.add(inspection, { isPrivate, tabIds: [1] });
    memory.remember(scopeOf('gmail', isPrivate), seenOf({ fingerprint: `${name}-token` }));
    bindings.note({ provider: 'gmail', isPrivate }, 'in-use');
  }
  await memory.saved();
  for (const store of [sessions, memory, bindings]) await store.forgetPrivate();
  expect(sessions.list().map(({ isPrivate }) => isPrivate)).toEqual([false]);
  expect(memory.recall(scopeOf('gmail', true)).tokens()).toHaveLength(0);
  expect(memory.recall(scopeOf('gmail', false)).tokens()).toHaveLength(1);
  expect(bindings.of({ provider: 'gmail', isPrivate: true })).toBe('none-seen');
  expect(bindings.of({ provider: 'gmail', isPrivate: false })).toBe('in-use');
  const written = JSON.stringify([[...kept], [...memoryOfSessions]]);
  expect(written).not.toContain('hidden');
  expect(written).not.toContain('private/');
  expect(written).toContain('open-session');
  expect(written).toContain('open-token');
});
