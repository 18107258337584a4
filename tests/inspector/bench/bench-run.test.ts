import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPolicy } from '../../../src/core/index.ts';
import { createBenchRun, stopWithinMs } from '../../../src/inspector/bench/bench-run.ts';
import type { BenchState } from '../../../src/inspector/bench/bench-state.ts';
import type { FromWorker, Summary, ToWorker } from '../../../src/inspector/bench/work/messages.ts';

const summary: Summary = {
  sha256: null,
  bytes: 1,
  counts: { danger: 0, attention: 0, undetermined: 0, 'not-inspected': 0, verified: 0 },
  leftOut: [],
  clockErrorMs: 0,
  isStopped: false,
  isRecorded: false,
  missingKeys: ['https://keys.example/keys'],
  keyFiles: [],
};

interface Started {
  readonly sent: ToWorker[];
  readonly tell: (message: FromWorker) => void;
  readonly breakDown: () => void;
  isEnded: boolean;
}

function setUp() {
  const workers: Started[] = [];
  const states: BenchState[] = [];
  const fetches: (readonly string[])[] = [];
  let fail = false;
  const run = createBenchRun({
    startWorker(tell, breakDown) {
      const worker: Started = { sent: [], tell, breakDown, isEnded: false };
      workers.push(worker);
      return {
        postMessage: (message) => void worker.sent.push(message),
        terminate: () => {
          worker.isEnded = true;
        },
      };
    },
    async fetchJudging(fetch) {
      fetches.push(fetch);
      if (fail) throw new Error('nobody');
      return { readings: [], policy: defaultPolicy };
    },
    fetchSettings: async () => ({ ownIssuers: [], ownWebmails: [] }),
    onChange: (state) => void states.push(state),
    nowMs: () => 1,
  });
  const start = (name: string) =>
    run.start({ source: new Blob(['x']), name, host: null, atMs: null, keyFiles: [] });
  return {
    run,
    start,
    workers,
    states,
    fetches,
    last: () => states.at(-1),
    failFromNow: () => {
      fail = true;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the bench', () => {
  test('ends the worker of one file when another comes, and listens to it no more', async () => {
    const { start, workers, last } = setUp();
    await start('first');
    await start('second');
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    workers[0]?.tell({ type: 'done', summary });
    workers[0]?.breakDown();
    expect(last()).toMatchObject({ kind: 'working', name: 'second' });
  });

  test('starts one worker when a second file comes before the first has begun', async () => {
    const { start, workers, last } = setUp();
    await Promise.all([start('first'), start('second')]);
    expect(workers).toHaveLength(1);
    expect(last()).toMatchObject({ name: 'second' });
  });

  test('asks a worker to stop, and ends it when it does not', async () => {
    const { run, start, workers, last } = setUp();
    await start('large');
    run.stop();
    expect(workers[0]?.sent.at(-1)).toEqual({ type: 'stop' });
    vi.advanceTimersByTime(stopWithinMs - 1);
    expect(workers[0]?.isEnded).toBe(false);
    vi.advanceTimersByTime(1);
    expect(workers[0]?.isEnded).toBe(true);
    expect(last()).toEqual({ kind: 'idle', failure: null });
  });

  test('keeps what a worker tells that stops in time', async () => {
    const { run, start, workers, last } = setUp();
    await start('large');
    run.stop();
    workers[0]?.tell({ type: 'done', summary: { ...summary, isStopped: true } });
    vi.advanceTimersByTime(2 * stopWithinMs);
    expect(workers[0]?.isEnded).toBe(false);
    expect(last()).toMatchObject({ kind: 'done', summary: { isStopped: true } });
  });

  test('stops before a worker was started', async () => {
    const { run, start, workers, last } = setUp();
    const starting = start('x');
    run.stop();
    await starting;
    expect(workers).toHaveLength(0);
    expect(last()).toEqual({ kind: 'idle', failure: null });
  });

  test('says so when a worker breaks down', async () => {
    const { start, workers, last } = setUp();
    await start('x');
    workers[0]?.breakDown();
    expect(last()).toEqual({ kind: 'idle', failure: 'failed' });
  });

  test('fetches key lists once it is told to, those that are missing, and judges anew', async () => {
    const { run, start, workers, fetches, last } = setUp();
    await start('x');
    workers[0]?.tell({ type: 'done', summary });
    expect(fetches).toEqual([[]]);
    await run.fetchKeys();
    expect(fetches).toEqual([[], ['https://keys.example/keys']]);
    workers[1]?.tell({ type: 'done', summary });
    expect(last()).toMatchObject({ kind: 'done', keys: 'fetched' });
  });

  test('keeps the results, and says so, when key lists cannot be fetched', async () => {
    const { run, start, workers, last, failFromNow } = setUp();
    await start('x');
    workers[0]?.tell({ type: 'done', summary });
    failFromNow();
    await run.fetchKeys();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
    expect(last()).toMatchObject({ kind: 'done', keys: 'failed' });
  });

  test('answers questions in their order, and with nothing when the worker has ended', async () => {
    const { run, start, workers } = setUp();
    expect(await run.detail(0)).toBeNull();
    await start('x');
    workers[0]?.tell({ type: 'done', summary });
    const [detail, report] = [run.detail(3), run.report('1')];
    workers[0]?.tell({ type: 'detail', detail: null });
    const blob = new Blob(['{}']);
    workers[0]?.tell({ type: 'report', report: blob });
    expect(await detail).toBeNull();
    expect(await report).toBe(blob);
    run.leave();
    expect(await run.print('1')).toBeNull();
    expect(workers[0]?.isEnded).toBe(true);
  });
});
