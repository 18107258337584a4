import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { diskDelayMs } from '../../src/background/disk-writer.ts';
import { createHistoryStore } from '../../src/background/history-store.ts';
import { createMemoryStore } from '../../src/background/memory-store.ts';
import { createPatience, maxWaitMs } from '../../src/background/patience.ts';
import { createSessionStore } from '../../src/background/session-store.ts';
import { scopeOf } from '../../src/core/index.ts';
import { seenOf } from '../support/history.ts';
import { inspectionOf } from '../support/inspections.ts';
import { createTestTable } from '../support/record-table.ts';
import { createSessionTable } from '../support/session-table.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_795_521_660_000 }));
afterEach(() => void vi.useRealTimers());

/** Stores of an extension whose page sends requests without end, from when `flood` is called until it has lasted that long. */
function setUp() {
  const nowMs = () => Date.now();
  const { patiently, calm } = createPatience({ nowMs, hasRoom: () => true });
  const see = patiently(
    () => undefined,
    () => 1,
  );
  const kept = new Map<string, unknown>();
  const parts = { calm, nowMs, retentionMs: () => Number.POSITIVE_INFINITY, logProblem: vi.fn() };
  const storage = {
    load: async (name: string) => kept.get(name),
    save: async (name: string, value: unknown) => void kept.set(name, value),
  };
  const disks = {
    sessions: createTestTable(),
    history: createTestTable(),
    memory: createTestTable(),
  };
  const stores = {
    sessions: createSessionStore({
      ...parts,
      storage: createSessionTable(kept).table,
      disk: disks.sessions,
    }),
    history: createHistoryStore({ ...parts, disk: disks.history }),
    memory: createMemoryStore({ ...parts, storage, disk: disks.memory }),
  };
  async function flood(lengthMs: number): Promise<void> {
    for (let ms = 0; ms < lengthMs; ms += 50) {
      for (let i = 0; i < 20; i++) see(i);
      await vi.advanceTimersByTimeAsync(50);
    }
  }
  async function fill(isPrivate = false): Promise<void> {
    await stores.sessions.add(inspectionOf(), { isPrivate, tabIds: [1] });
    await stores.history.note(inspectionOf(), isPrivate);
    stores.memory.remember(scopeOf('gmail', isPrivate), seenOf({ fingerprint: 'token' }));
  }
  const diskSizes = () => Object.values(disks).map(({ records }) => records.size);
  const keptNames = () => [...kept.keys()];
  return { ...stores, flood, fill, kept, keptNames, diskSizes };
}

describe('while a page is busy', () => {
  test('nothing is written, and all of it when the page rests', async () => {
    const { sessions, memory, flood, fill, keptNames, diskSizes } = setUp();
    await flood(100);
    await fill();
    const isSaved = { sessions: false, memory: false };
    void sessions.saved().then(() => (isSaved.sessions = true));
    void memory.saved().then(() => (isSaved.memory = true));
    await flood(maxWaitMs - 500);
    expect(keptNames()).toEqual([]);
    expect(isSaved).toEqual({ sessions: false, memory: false });
    await vi.advanceTimersByTimeAsync(500);
    expect(keptNames()).toEqual(expect.arrayContaining(['sessions', 'sightings']));
    expect(isSaved).toEqual({ sessions: true, memory: true });
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    expect(diskSizes()).toEqual([1, 1, 1]);
  });

  test('the disk waits as well, for what was seen before', async () => {
    const { flood, fill, diskSizes } = setUp();
    await fill();
    await vi.advanceTimersByTimeAsync(diskDelayMs - 500);
    await flood(1_500);
    expect(diskSizes()).toEqual([0, 0, 0]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(diskSizes()).toEqual([1, 1, 1]);
  });

  test('without end, what is new is written after a while all the same', async () => {
    const { flood, fill, keptNames, diskSizes } = setUp();
    await flood(100);
    await fill();
    await flood(diskDelayMs + maxWaitMs);
    expect(keptNames()).toEqual(expect.arrayContaining(['sessions', 'sightings']));
    expect(diskSizes()).toEqual([1, 1, 1]);
  });

  test.each(['forgetPrivate', 'erase'] as const)('what %s forgets is gone at once', async (way) => {
    const { sessions, memory, flood, fill, kept } = setUp();
    await fill(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(JSON.stringify([...kept])).toContain('fingerprint');
    await flood(100);
    await Promise.all([sessions[way](), memory[way]()]);
    expect(JSON.stringify([...kept])).not.toContain('fingerprint');
  });

  test('that a session has ended is told and kept at once', async () => {
    const { sessions, flood, fill, kept } = setUp();
    await fill();
    await vi.advanceTimersByTimeAsync(1_000);
    await flood(100);
    const end = { atMs: Date.now(), because: 'signed-out' } as const;
    expect(await sessions.end(end, () => true)).toBe(true);
    await sessions.saved();
    expect(JSON.stringify([...kept])).toContain('signed-out');
  });
});
