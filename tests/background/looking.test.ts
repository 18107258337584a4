import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterAnswerMs, createLooking, restMs } from '../../src/background/looking.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(ready: Promise<void> = Promise.resolve()) {
  const seen: number[] = [];
  const { whenLookedAt, lookedAt } = createLooking({ ready: () => ready, nowMs: () => Date.now() });
  whenLookedAt((tabId) => seen.push(tabId));
  return { seen, lookedAt };
}
const answered = Promise.resolve();
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('somebody looks at a tab', () => {
  test('only when what is known was answered, and has had time to be painted, is more looked for', async () => {
    const { seen, lookedAt } = start();
    let answer = (): void => undefined;
    lookedAt(
      4,
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
    );
    await pass(afterAnswerMs + 1_000);
    expect(seen).toEqual([]);
    answer();
    await pass(afterAnswerMs - 1);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toEqual([4]);
  });

  test('an answer that failed keeps nobody from looking', async () => {
    const { seen, lookedAt } = start();
    lookedAt(4, Promise.reject(new Error('no answer')));
    await pass(afterAnswerMs);
    expect(seen).toEqual([4]);
  });

  test('nothing is looked for before it is known what is turned off', async () => {
    let know = (): void => undefined;
    const { seen, lookedAt } = start(
      new Promise((resolve) => {
        know = resolve;
      }),
    );
    lookedAt(4, answered);
    await pass(afterAnswerMs + 1_000);
    expect(seen).toEqual([]);
    know();
    await pass(afterAnswerMs);
    expect(seen).toEqual([4]);
  });

  test('a popup that asks again because something was found has the same tab read no more for a while', async () => {
    const { seen, lookedAt } = start();
    for (let askedMs = 0; askedMs < restMs; askedMs += 500) {
      lookedAt(4, answered);
      await pass(500);
    }
    expect(seen).toEqual([4]);
    lookedAt(4, answered);
    await pass(afterAnswerMs);
    expect(seen).toEqual([4, 4]);
  });

  test('one tab keeps no other from being read, nor does a clock that was set back', async () => {
    const { seen, lookedAt } = start();
    lookedAt(4, answered);
    lookedAt(5, answered);
    await pass(afterAnswerMs);
    expect(seen).toEqual([4, 5]);
    vi.setSystemTime(Date.now() - 3_600_000);
    lookedAt(4, answered);
    await pass(afterAnswerMs);
    expect(seen).toEqual([4, 5, 4]);
  });
});
