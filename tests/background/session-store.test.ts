import { describe, expect, test } from 'vitest';
import {
  createSessionStore,
  maxAgeMs,
  maxSessions,
  maxTabLoads,
  touchEveryMs,
} from '../../src/background/session-store.ts';
import { type Inspection, sessionIdOf } from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';

const startMs = 1_795_521_660_000;
const use = { isPrivate: false, tabIds: [1] };

function setUp(memory = new Map<string, unknown>()) {
  const clock = { nowMs: startMs };
  const problems: string[] = [];
  const writes = { count: 0 };
  const store = createSessionStore({
    storage: {
      load: async (name) => memory.get(name),
      save: async (name, value) => {
        writes.count++;
        memory.set(name, structuredClone(value));
      },
    },
    nowMs: () => clock.nowMs,
    logProblem: (code) => problems.push(code),
  });
  return { store, clock, problems, memory, writes };
}

const ofAccount = (name: string, changes: Partial<Inspection> = {}): Inspection => {
  const base = inspectionOf(changes);
  return { ...base, token: base.token && { ...base.token, subject: name, account: name } };
};

describe('session store', () => {
  test('tokens of one account are one session, those of another a second', async () => {
    const { store } = setUp();
    await store.add(ofAccount('ada', { fingerprint: 'a' }), use);
    await store.add(ofAccount('ada', { fingerprint: 'b' }), use);
    await store.add(ofAccount('grace'), use);
    expect(
      store
        .list()
        .map(({ inspections }) => inspections.length)
        .sort(),
    ).toEqual([1, 2]);
  });

  test('the same account in a private window is a session of its own', async () => {
    const { store } = setUp();
    await store.add(ofAccount('ada'), use);
    await store.add(ofAccount('ada'), { ...use, isPrivate: true });
    expect(store.list()).toHaveLength(2);
  });

  test('sessions are there after a restart, with the page loads of tabs', async () => {
    const before = setUp();
    await before.store.noteLoad(7, startMs);
    await before.store.add(ofAccount('ada'), use);
    const after = setUp(before.memory);
    await after.store.ready;
    expect(after.store.list()).toEqual(before.store.list());
    expect(after.store.loadedAtMs(7)).toBe(startMs);
    expect(after.store.loadedAtMs(8)).toBe(0);
  });

  test('what is stored has no token in it', async () => {
    const { store, memory } = setUp();
    await store.add(ofAccount('ada'), use);
    expect(JSON.stringify([...memory])).not.toContain('header.payload.signature');
  });

  test.each([
    ['text', 'rubbish'],
    ['a list', []],
    ['a session without an id', { sessions: [{}], tabLoads: [] }],
  ])('a damaged store is as good as none and is logged: %s', async (_name, stored) => {
    const { store, problems } = setUp(new Map([['sessions', stored]]));
    await store.ready;
    expect(store.list()).toEqual([]);
    expect(problems).toEqual(['session-store-corrupt']);
  });

  test('a session not seen for a day has ended', async () => {
    const { store, clock } = setUp();
    await store.add(ofAccount('ada'), use);
    clock.nowMs = startMs + maxAgeMs;
    expect(store.list()).toHaveLength(1);
    clock.nowMs += 1;
    expect(store.list()).toEqual([]);
  });

  test('of too many sessions the oldest goes, one with a danger last', async () => {
    const { store, clock } = setUp();
    await store.add(ofAccount('forged', { verdict: 'danger', seenAtMs: startMs }), use);
    for (let i = 0; i < maxSessions; i++) {
      clock.nowMs += 1;
      await store.add(ofAccount(`a${i}`, { seenAtMs: clock.nowMs }), use);
    }
    const accounts = store.list().map(({ account }) => account);
    expect(accounts).toHaveLength(maxSessions);
    expect(accounts).toContain('forged');
    expect(accounts).not.toContain('a0');
  });

  test('page loads of too many tabs are forgotten, the oldest first', async () => {
    const { store } = setUp();
    for (let id = 1; id <= maxTabLoads + 1; id++) await store.noteLoad(id, startMs);
    expect(store.loadedAtMs(1)).toBe(0);
    expect(store.loadedAtMs(2)).toBe(startMs);
  });

  test('a use is noted at once and written down rarely', async () => {
    const { store, clock, writes } = setUp();
    const inspection = ofAccount('ada');
    await store.add(inspection, use);
    const id = sessionIdOf(inspection, false);
    clock.nowMs += touchEveryMs;
    store.touch(id, { isPrivate: false, tabIds: [2] });
    const after = writes.count;
    clock.nowMs += touchEveryMs - 1;
    store.touch(id, { isPrivate: false, tabIds: [3] });
    expect(writes.count).toBe(after);
    expect(store.list()[0]?.tabs.map(({ tabId }) => tabId)).toContain(3);
    store.touch('nobody', use);
  });

  test('a burst of tokens costs few writes', async () => {
    const { store, writes } = setUp();
    await store.ready;
    await Promise.all(
      Array.from({ length: 50 }, (_value, index) =>
        store.add(ofAccount('ada', { fingerprint: `f${index}` }), use),
      ),
    );
    expect(writes.count).toBeLessThanOrEqual(3);
  });

  test('a storage that fails is logged and costs only the memory', async () => {
    const problems: string[] = [];
    const fails = async () => {
      throw new Error('no');
    };
    const store = createSessionStore({
      storage: { load: fails, save: fails },
      nowMs: () => startMs,
      logProblem: (code) => problems.push(code),
    });
    await store.add(ofAccount('ada'), use);
    expect(store.list()).toHaveLength(1);
    expect(problems).toEqual(['session-store-unreadable', 'session-store-unwritable']);
  });
});
