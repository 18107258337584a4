import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  atOncePerWindow,
  calmMs,
  createPatience,
  maxHeldUpMs,
  maxWaiting,
  maxWaitingCharacters,
  maxWaitMs,
  sliceSize,
  windowMs,
} from '../../src/background/patience.ts';

const startMs = 1_795_521_660_000;

beforeEach(() => {
  vi.useFakeTimers({ now: startMs });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(size = 10) {
  const room = { isThere: true };
  const patience = createPatience({ nowMs: () => Date.now(), hasRoom: () => room.isThere });
  const seen: (readonly [number, number])[] = [];
  const see = patience.patiently(
    (number: number, atMs) => seen.push([number, atMs]),
    () => size,
  );
  let next = 0;
  /** Sees this many things now. */
  const come = (count: number) => {
    for (let i = 0; i < count; i++) see(next++);
  };
  const numbers = () => seen.map(([number]) => number);
  const inOrder = () => Array.from({ length: next }, (_, index) => index);
  return { patience, room, seen, come, numbers, inOrder };
}

describe('patience', () => {
  test('looks at once at what comes now and then', () => {
    const { come, numbers, inOrder } = setUp();
    for (let i = 0; i < 20; i++) {
      come(atOncePerWindow);
      expect(numbers()).toEqual(inOrder());
      vi.advanceTimersByTime(windowMs);
    }
  });

  test('lets a busy page go first, and looks at everything in order when it has come to rest', () => {
    const { come, seen, numbers, inOrder } = setUp();
    for (let i = 0; i < 10; i++) {
      come(60);
      vi.advanceTimersByTime(20);
    }
    expect(numbers()).toEqual(inOrder().slice(0, atOncePerWindow));
    const lastAtMs = startMs + 9 * 20;
    vi.advanceTimersByTime(calmMs * 2);
    expect(seen.length).toBeGreaterThanOrEqual(atOncePerWindow + sliceSize);
    vi.advanceTimersByTime(1_000);
    expect(numbers()).toEqual(inOrder());
    // Each with the time of its own, not with that of the look.
    expect(seen.at(-1)?.[1]).toBe(lastAtMs);
    come(1);
    expect(numbers()).toEqual(inOrder());
  });

  test('keeps nothing waiting for longer than it may, however busy the page is', () => {
    const { come, seen } = setUp();
    const lateBy: number[] = [];
    let known = 0;
    for (let ms = 0; ms < 2 * maxWaitMs; ms += 50) {
      come(20);
      vi.advanceTimersByTime(50);
      for (; known < seen.length; known++) lateBy.push(Date.now() - (seen[known]?.[1] ?? 0));
    }
    expect(lateBy.length).toBeGreaterThan(800);
    expect(Math.max(...lateBy)).toBeLessThanOrEqual(maxWaitMs + 2 * calmMs + 50);
    expect(Math.max(...lateBy)).toBeGreaterThan(maxWaitMs - calmMs);
  });

  test('is over at once when somebody wants to know', () => {
    const { patience, come, numbers, inOrder } = setUp();
    come(atOncePerWindow + sliceSize);
    patience.hurry();
    vi.advanceTimersByTime(1);
    expect(numbers()).toEqual(inOrder());
    // And begins anew after that.
    come(500);
    expect(numbers().length).toBeLessThan(inOrder().length);
  });

  test('gives those who judge no more than they can take, and goes on when they can', () => {
    const { room, come, numbers, inOrder } = setUp();
    come(400);
    room.isThere = false;
    vi.advanceTimersByTime(maxHeldUpMs - calmMs);
    expect(numbers()).toHaveLength(atOncePerWindow);
    room.isThere = true;
    vi.advanceTimersByTime(1_000);
    expect(numbers()).toEqual(inOrder());
  });

  test('keeps nothing waiting for ever for those who judge', () => {
    const { patience, room, come, numbers, inOrder } = setUp();
    come(400);
    room.isThere = false;
    patience.hurry();
    vi.advanceTimersByTime(maxHeldUpMs + 1_000);
    expect(numbers()).toEqual(inOrder());
  });

  test('keeps no more waiting than its bounds, and loses nothing', () => {
    const { room, come, numbers, inOrder } = setUp();
    room.isThere = false;
    come(atOncePerWindow + maxWaiting + 100);
    expect(numbers()).toHaveLength(atOncePerWindow + 100);
    room.isThere = true;
    vi.advanceTimersByTime(10_000);
    expect(numbers()).toEqual(inOrder());
  });

  test('counts what it keeps by its size as well', () => {
    const { room, come, numbers, inOrder } = setUp(maxWaitingCharacters / 4);
    room.isThere = false;
    come(atOncePerWindow + 10);
    expect(numbers()).toEqual(inOrder().slice(0, atOncePerWindow + 6));
  });

  test('waits no longer when the clock is set back', () => {
    const { come, numbers, inOrder } = setUp();
    come(100);
    vi.setSystemTime(startMs - 3_600_000);
    vi.advanceTimersByTime(calmMs + 100);
    expect(numbers()).toEqual(inOrder());
    come(1);
    expect(numbers()).toEqual(inOrder());
  });

  test('is calm when nothing waits, and not before', async () => {
    const { patience, come, numbers, inOrder } = setUp();
    const looked: number[] = [];
    const note = () => void looked.push(numbers().length);
    void patience.calm().then(note);
    await vi.advanceTimersByTimeAsync(0);
    expect(looked).toEqual([0]);
    come(100);
    void patience.calm().then(note);
    await vi.advanceTimersByTimeAsync(calmMs - 1);
    void patience.calm().then(note);
    expect(looked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(looked).toEqual([0, 100, 100]);
    expect(numbers()).toEqual(inOrder());
    // And of the next page the same.
    come(100);
    void patience.calm().then(note);
    patience.hurry();
    await vi.advanceTimersByTimeAsync(50);
    expect(looked).toEqual([0, 100, 100, 200]);
  });

  test('is calm after a while for those who wait, however busy the page is', async () => {
    const { patience, come } = setUp();
    let calmAtMs = 0;
    for (let ms = 0; ms < 2 * maxWaitMs; ms += 50) {
      come(20);
      if (ms === 50) void patience.calm().then(() => (calmAtMs = Date.now() - startMs));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(calmAtMs).toBe(50 + maxWaitMs);
  });

  test('holds nothing of what was looked at, while others wait', async () => {
    vi.useRealTimers();
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc');
    const { patiently } = createPatience({ nowMs: () => startMs, hasRoom: () => false });
    let looked = 0;
    const see = patiently<object>(
      () => looked++,
      () => 1,
    );
    const refs = Array.from({ length: atOncePerWindow + maxWaiting + 100 }, () => {
      const thing = { text: 'x' };
      see(thing);
      return new WeakRef(thing);
    });
    // What a weak reference was made of lives until the end of its turn.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    const isHeld = refs.map((ref) => ref.deref() !== undefined);
    expect(looked).toBe(atOncePerWindow + 100);
    expect(isHeld.slice(0, looked)).not.toContain(true);
    expect(isHeld.slice(looked)).not.toContain(false);
  });
});
