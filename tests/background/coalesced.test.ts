import { describe, expect, test, vi } from 'vitest';
import { coalesce, maxRestMs, restMs } from '../../src/background/coalesced.ts';
import { busyPage } from '../support/calm.ts';

describe('a coalesced write', () => {
  test('never runs beside itself, and what was asked for last is written', async () => {
    let running = 0;
    let most = 0;
    let value = 0;
    const written: number[] = [];
    const save = coalesce(async () => {
      running++;
      most = Math.max(most, running);
      const taken = value;
      await new Promise((resolve) => setTimeout(resolve, 1));
      written.push(taken);
      running--;
    });
    const asked: Promise<void>[] = [];
    for (value = 1; value <= 20; value++) asked.push(save());
    value = 20;
    await Promise.all(asked);
    expect(written.at(-1)).toBe(20);
    expect(written.length).toBeLessThanOrEqual(2);
    expect(most).toBe(1);
  });

  test('runs again when asked after it has ended', async () => {
    let writes = 0;
    const save = coalesce(async () => {
      writes++;
    });
    await save();
    await save();
    expect(writes).toBe(2);
  });

  test('loses nothing that is asked for at whatever moment of its end', async () => {
    for (let steps = 0; steps < 12; steps++) {
      let value = 'first';
      let written = '';
      const save = coalesce(async () => {
        written = value;
      });
      const first = save();
      for (let step = 0; step < steps; step++) await Promise.resolve();
      value = 'second';
      await Promise.all([first, save()]);
      expect(written).toBe('second');
    }
  });

  test('rests between writes, and each request is answered by the write that holds it', async () => {
    const beganAt: number[] = [];
    const save = coalesce(async () => {
      beganAt.push(performance.now());
    });
    await save();
    const second = save();
    expect(save()).toBe(second);
    await second;
    expect(beganAt).toHaveLength(2);
    // Timers may fire a millisecond early.
    expect((beganAt[1] ?? 0) - (beganAt[0] ?? 0)).toBeGreaterThanOrEqual(restMs - 2);
  });

  test('does not keep anybody waiting for what others ask for later', async () => {
    let writes = 0;
    const save = coalesce(async () => {
      writes++;
    });
    const first = save();
    void save();
    await first;
    expect(writes).toBe(1);
  });

  test('waits for calm, and holds what was asked for meanwhile', async () => {
    let value = 'first';
    const { calm, end } = busyPage();
    const written: string[] = [];
    const save = coalesce(async () => void written.push(value), { calm });
    const first = save();
    value = 'second';
    expect(save()).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(written).toEqual([]);
    end();
    await first;
    expect(written).toEqual(['second']);
  });

  test('does not wait for calm when somebody is in haste, before it or in the rest before', async () => {
    const written: string[] = [];
    const never = new Promise<void>(() => undefined);
    let isCalm = true;
    let value = 'calm';
    const save = coalesce(async () => void written.push(value), {
      calm: () => (isCalm ? Promise.resolve() : never),
    });
    await save();
    isCalm = false;
    value = 'in the rest';
    void save();
    await save('now');
    expect(written).toEqual(['calm', 'in the rest']);
    await new Promise((resolve) => setTimeout(resolve, 4 * restMs));
    // The haste is over with its write.
    const last = save();
    value = 'late';
    await new Promise((resolve) => setTimeout(resolve, 4 * restMs));
    expect(written).toHaveLength(2);
    expect(save('now')).toBe(last);
    await last;
    expect(written).toEqual(['calm', 'in the rest', 'late']);
  });

  test('rests twice as long each time in a flood, and as short as at first after it', async () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const beganAtMs: number[] = [];
      const save = coalesce(
        async () => {
          beganAtMs.push(Date.now());
        },
        { longestRestMs: maxRestMs },
      );
      for (let ms = 0; ms < 8_000; ms += 10) {
        void save();
        await vi.advanceTimersByTimeAsync(10);
      }
      const rests = beganAtMs.slice(1).map((atMs, index) => atMs - (beganAtMs[index] ?? 0));
      expect(rests.slice(0, 4)).toEqual([restMs, restMs * 2, restMs * 4, restMs * 8]);
      expect(new Set(rests.slice(5))).toEqual(new Set([maxRestMs]));
      await vi.advanceTimersByTimeAsync(5_000);
      beganAtMs.length = 0;
      await save();
      void save();
      await vi.advanceTimersByTimeAsync(restMs);
      expect(beganAtMs).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
