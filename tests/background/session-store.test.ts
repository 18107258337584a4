import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { diskDelayMs, diskRestMs } from '../../src/background/disk-writer.ts';
import { createSessionStore, touchEveryMs } from '../../src/background/session-store.ts';
import { maxSessions } from '../../src/background/session-surplus.ts';
import { maxTabLoads } from '../../src/background/tab-loads.ts';
import { type Inspection, sessionIdOf, type TokenUse } from '../../src/core/index.ts';
import { alwaysCalm } from '../support/calm.ts';
import { inspectionOf } from '../support/inspections.ts';
import { createBrokenTable, createTestTable } from '../support/record-table.ts';
import { createSessionTable } from '../support/session-table.ts';

const startMs = 1_795_521_660_000;
const use = { isPrivate: false, tabIds: [1] };
const retentionMs = 30 * 24 * 3_600_000;

function setUp(memory = new Map<string, unknown>(), disk = createTestTable()) {
  const clock = { nowMs: startMs };
  const problems: string[] = [];
  const { table, writes } = createSessionTable(memory);
  const store = createSessionStore({
    storage: table,
    disk,
    retentionMs: () => retentionMs,
    nowMs: () => clock.nowMs,
    calm: alwaysCalm,
    logProblem: (code) => problems.push(code),
  });
  return { store, clock, problems, memory, writes, disk };
}

const touchOf = (atMs: number, tabIds: readonly number[]): TokenUse => ({
  fingerprint: 'fingerprint',
  source: 'request-header',
  host: 'outlook.office.com',
  tabIds,
  atMs,
  isLeftBehind: false,
});

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
    await before.store.saved();
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
    ['something else', { tabLoads: [], unwritten: 'ada' }],
  ])('a damaged store is as good as none and is logged: %s', async (_name, stored) => {
    const { store, problems } = setUp(new Map([['sessions', stored]]));
    await store.ready;
    expect(store.list()).toEqual([]);
    expect(problems).toEqual(['session-store-corrupt']);
  });

  test('a session is gone when it was not seen for as long as sessions are kept', async () => {
    const { store, clock } = setUp();
    await store.add(ofAccount('ada'), use);
    clock.nowMs = startMs + retentionMs;
    expect(store.list()).toHaveLength(1);
    clock.nowMs += 1;
    expect(store.list()).toEqual([]);
  });

  test('of too many sessions the oldest goes, one with a danger last', async () => {
    const { store, clock } = setUp();
    await store.add(ofAccount('forged', { verdict: 'danger', seenAtMs: startMs }), use);
    const added = Array.from({ length: maxSessions }, (_, index) => {
      clock.nowMs += 1;
      return store.add(ofAccount(`a${index}`, { seenAtMs: clock.nowMs }), use);
    });
    await Promise.all(added);
    const accounts = store.list().map(({ account }) => account);
    expect(accounts).toHaveLength(maxSessions);
    expect(accounts).toContain('forged');
    expect(accounts).not.toContain('a0');
  });

  test('page loads of too many tabs are forgotten, the oldest first', async () => {
    const { store } = setUp();
    const ids = Array.from({ length: maxTabLoads + 1 }, (_, index) => index + 1);
    await Promise.all(ids.map((id) => store.noteLoad(id, startMs)));
    expect(store.loadedAtMs(1)).toBe(0);
    expect(store.loadedAtMs(2)).toBe(startMs);
  });

  test('a use is noted at once and written down rarely', async () => {
    const { store, clock, writes } = setUp();
    const inspection = ofAccount('ada');
    await store.add(inspection, use);
    const id = sessionIdOf(inspection, false);
    clock.nowMs += touchEveryMs;
    store.touch(id, touchOf(clock.nowMs, [2]));
    const after = writes.count;
    clock.nowMs += touchEveryMs - 1;
    store.touch(id, touchOf(clock.nowMs, [3]));
    expect(writes.count).toBe(after);
    expect(store.list()[0]?.tabs.map(({ tabId }) => tabId)).toContain(3);
    expect(store.touch(id, touchOf(clock.nowMs, [3]))).toBe(true);
    expect(store.touch('nobody', touchOf(clock.nowMs, [3]))).toBe(false);
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
      storage: { list: fails, change: fails },
      disk: createBrokenTable(),
      retentionMs: () => retentionMs,
      nowMs: () => startMs,
      calm: alwaysCalm,
      logProblem: (code) => problems.push(code),
    });
    await store.add(ofAccount('ada'), use);
    expect(store.list()).toHaveLength(1);
    await store.saved();
    expect(problems).toEqual([
      'session-store-unreadable',
      'session-disk-unreadable',
      'session-store-unwritable',
    ]);
  });
});

describe('sessions after the browser was closed', () => {
  // Writes rest by timers that nobody advances by hand.
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());
  const written = () => vi.advanceTimersByTimeAsync(diskRestMs + diskDelayMs);

  test('are there again, with their tokens and ends, but in no tab', async () => {
    const before = setUp();
    await before.store.add(ofAccount('ada', { fingerprint: 'a' }), use);
    await before.store.add(ofAccount('ada', { fingerprint: 'b', seenAtMs: startMs + 1 }), use);
    await before.store.end({ atMs: startMs + 2, because: 'signed-out' }, () => true);
    await written();
    const after = setUp(new Map(), before.disk);
    await after.store.ready;
    const [session] = after.store.list();
    const [known] = before.store.list();
    expect(session).toEqual({
      ...known,
      tabs: [],
      places: known?.places.map((place) => ({ ...place, tabId: null })),
    });
    expect(session?.end).toEqual({ atMs: startMs + 2, because: 'signed-out' });
    expect(after.problems).toEqual([]);
  });

  test('a token that was seen in several tabs was seen in one place', async () => {
    const before = setUp();
    await before.store.add(ofAccount('ada'), { isPrivate: false, tabIds: [1, 2] });
    await written();
    const after = setUp(new Map(), before.disk);
    await after.store.ready;
    expect(before.store.list()[0]?.places).toHaveLength(2);
    expect(after.store.list()[0]?.places).toHaveLength(1);
  });

  test('nothing of a private window was ever on disk', async () => {
    const { store, disk, clock } = setUp();
    const inspection = ofAccount('hidden', { fingerprint: 'secret' });
    const own = { isPrivate: true, tabIds: [1] };
    await store.add(inspection, own);
    clock.nowMs += touchEveryMs;
    store.touch(sessionIdOf(inspection, true), {
      ...touchOf(clock.nowMs, [1]),
      fingerprint: 'secret',
    });
    await store.end({ atMs: clock.nowMs, because: 'signed-out' }, () => true);
    await written();
    expect(store.list()).toHaveLength(1);
    expect(disk.records.size).toBe(0);
    expect(disk.writes()).toBe(0);
  });

  test('a burst of tokens and a thousand uses cost two writes to the disk', async () => {
    const { store, disk, clock } = setUp();
    const inspection = ofAccount('ada');
    const tokens = Array.from({ length: 50 }, (_, index) => `f${index}`);
    const added = Promise.all(
      tokens.map((fingerprint) => store.add({ ...inspection, fingerprint }, use)),
    );
    await written();
    await added;
    for (let at = 0; at < 1_000; at++) {
      clock.nowMs += 10;
      store.touch(sessionIdOf(inspection, false), touchOf(clock.nowMs, [1]));
    }
    await written();
    expect(disk.writes()).toBe(2);
  });

  test('what a stop of the background kept from the disk is written by the next one', async () => {
    const before = setUp();
    await before.store.add(ofAccount('ada'), use);
    expect(before.disk.records.size).toBe(0);
    const after = setUp(before.memory);
    await after.store.ready;
    vi.clearAllTimers();
    const last = setUp(before.memory);
    await last.store.ready;
    await written();
    expect(last.disk.records.size).toBe(1);
  });

  test.each([
    ['text', 'rubbish'],
    ['nothing', null],
    ['another version', { version: 2, session: {} }],
    ['a session without an id', { version: 1, session: {} }],
  ])('a damaged record is dropped and logged, the others stay: %s', async (_name, record) => {
    const before = setUp();
    await before.store.add(ofAccount('ada'), use);
    await written();
    before.disk.records.set('damaged', record);
    const { store, problems } = setUp(new Map(), before.disk);
    await store.ready;
    expect(store.list()).toHaveLength(1);
    expect(problems).toEqual(['session-disk-corrupt']);
  });

  test('a damaged memory is replaced by what the disk has', async () => {
    const before = setUp();
    await before.store.add(ofAccount('ada'), use);
    await written();
    const { store, problems } = setUp(new Map([['sessions', 'rubbish']]), before.disk);
    await store.ready;
    expect(store.list()).toHaveLength(1);
    expect(problems).toEqual(['session-store-corrupt']);
  });

  test('are not lost when one is added before it is known how long they are kept', async () => {
    const before = setUp();
    await before.store.add(ofAccount('ada'), use);
    await written();
    const after = setUp(new Map(), before.disk);
    after.clock.nowMs += 2 * retentionMs;
    await after.store.add(ofAccount('grace', { seenAtMs: after.clock.nowMs }), use);
    await written();
    expect(after.store.list().map(({ account }) => account)).toEqual(['grace']);
    expect(after.disk.records.size).toBe(2);
    await after.store.tidy();
    await written();
    expect(after.disk.records.size).toBe(1);
  });

  test('are gone from the disk when they are too old', async () => {
    const { store, clock, disk } = setUp();
    await store.add(ofAccount('ada'), use);
    await written();
    expect(disk.records.size).toBe(1);
    clock.nowMs += retentionMs + 1;
    await store.tidy();
    await written();
    expect(disk.records.size).toBe(0);
  });

  test('are erased on request, in memory and on disk, and nothing waits to be written', async () => {
    const { store, disk, memory } = setUp();
    await store.add(ofAccount('ada'), use);
    await written();
    await store.add(ofAccount('grace'), use);
    await store.erase();
    await written();
    expect(store.list()).toEqual([]);
    expect(disk.records.size).toBe(0);
    expect(JSON.stringify([...memory])).not.toMatch(/ada|grace/);
  });
});

describe('a session that was ended', () => {
  test('is ended once, and only if it is meant', async () => {
    const { store } = setUp();
    await store.add(ofAccount('ada'), use);
    await store.add(ofAccount('grace'), use);
    const isAda = ({ account }: { account: string | null }) => account === 'ada';
    const first = { atMs: startMs + 5, because: 'signed-out' } as const;
    expect(await store.end(first, isAda)).toBe(true);
    expect(await store.end({ atMs: startMs + 9, because: 'cookies-gone' }, isAda)).toBe(false);
    const ends = new Map(store.list().map(({ account, end }) => [account, end]));
    expect(ends).toEqual(
      new Map([
        ['ada', first],
        ['grace', null],
      ]),
    );
  });

  test('goes on when it is used long after, and that is written without waiting for other uses', async () => {
    const { store, clock, writes } = setUp();
    const inspection = ofAccount('ada');
    await store.add(inspection, use);
    await store.end({ atMs: startMs + 5, because: 'signed-out' }, () => true);
    clock.nowMs = startMs + 120_000;
    const before = writes.count;
    store.touch(sessionIdOf(inspection, false), touchOf(clock.nowMs, [1]));
    expect(store.list()[0]?.end).toBeNull();
    await vi.waitFor(() => expect(writes.count).toBe(before + 1));
  });
});
