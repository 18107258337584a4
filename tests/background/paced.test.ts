import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pace } from '../../src/background/paced.ts';

describe('paced work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('begins at once, and after a flood of requests runs a few times, with the last request among them', async () => {
    const seen: number[] = [];
    let asked = 0;
    const ask = pace(
      async () => void seen.push(asked),
      100,
      () => {},
    );
    for (asked = 1; asked <= 1_000; asked++) ask();
    expect(seen).toEqual([1]);
    asked = 1_000;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual([1, 1_000]);
  });

  test('never runs beside itself, however long it takes', async () => {
    let running = 0;
    let most = 0;
    const ask = pace(
      async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 250));
        running--;
      },
      100,
      () => {},
    );
    for (let round = 0; round < 40; round++) {
      ask();
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(most).toBe(1);
  });

  test('runs again when it is asked after its rest, and after a run that failed', async () => {
    let runs = 0;
    let failures = 0;
    const ask = pace(
      async () => {
        runs++;
        if (runs === 1) throw new Error('the tab is gone');
      },
      100,
      () => void failures++,
    );
    ask();
    await vi.advanceTimersByTimeAsync(500);
    ask();
    await vi.advanceTimersByTimeAsync(500);
    expect([runs, failures]).toEqual([2, 1]);
  });
});
