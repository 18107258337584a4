import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  answerWaitMs,
  createPendingAnswers,
  maxPending,
} from '../../src/platform/pending-answers.ts';

describe('requests and their answers', () => {
  let released: [string, number | null][] = [];
  const setUp = () =>
    createPendingAnswers<string>((value, status) => released.push([value, status]));

  beforeEach(() => {
    released = [];
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  test('meet, in whatever order the answers come', () => {
    const pending = setUp();
    pending.hold('1', 'one');
    pending.hold('2', 'two');
    pending.settle('2', 200);
    pending.settle('1', 401);
    expect(released).toEqual([
      ['two', 200],
      ['one', 401],
    ]);
    vi.advanceTimersByTime(answerWaitMs * 2);
    pending.settle('1', 200);
    expect(released).toHaveLength(2);
  });

  test('nobody waits longer than the bound', () => {
    setUp().hold('1', 'one');
    vi.advanceTimersByTime(answerWaitMs - 1);
    expect(released).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(released).toEqual([['one', null]]);
  });

  test('one that is sent again under its name is not lost', () => {
    const pending = setUp();
    pending.hold('1', 'first');
    pending.hold('1', 'again');
    pending.settle('1', 200);
    expect(released).toEqual([
      ['first', null],
      ['again', 200],
    ]);
  });

  test('no more than the bound wait; the oldest goes first', () => {
    const pending = setUp();
    for (let index = 0; index <= maxPending; index++) pending.hold(`${index}`, `value ${index}`);
    expect(released).toEqual([['value 0', null]]);
  });

  test('an answer to nothing is nothing', () => {
    setUp().settle('1', 200);
    expect(released).toEqual([]);
  });

  test('an answer that has come and waits for its turn is not given up', () => {
    const turns: (() => void)[] = [];
    const pending = createPendingAnswers<string>(
      (value, status) => released.push([value, status]),
      (task) => turns.push(task),
    );
    pending.hold('1', 'one');
    pending.hold('2', 'two');
    expect(['1', '2', '3'].map(pending.has)).toEqual([true, true, false]);
    turns.push(() => pending.settle('1', 401));
    vi.advanceTimersByTime(answerWaitMs);
    expect(released).toEqual([]);
    for (const turn of turns) turn();
    expect(released).toEqual([
      ['one', 401],
      ['two', null],
    ]);
  });

  test('giving up is about the request that was held, not about a later one of that name', () => {
    const turns: (() => void)[] = [];
    const pending = createPendingAnswers<string>(
      (value, status) => released.push([value, status]),
      (task) => turns.push(task),
    );
    pending.hold('1', 'one');
    vi.advanceTimersByTime(answerWaitMs);
    pending.hold('1', 'again');
    for (const turn of turns) turn();
    expect(released).toEqual([['one', null]]);
    expect(pending.has('1')).toBe(true);
  });
});
