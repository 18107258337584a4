import { defaultPolicy } from '../../core/index.ts';
import type { Judging } from '../../protocol/judging-schema.ts';
import type { BenchParts, BenchState, BenchWorker, Choices, Failure } from './bench-state.ts';
import type { FromWorker, ResultDetail, ResultLine, ToWorker } from './work/messages.ts';

/** A worker is given up this long after it was asked to stop, milliseconds: it may be in the middle of a large piece. */
export const stopWithinMs = 1_000;

interface Fetched {
  readonly judging: Judging;
  readonly nowMs: number;
}

export type BenchRun = ReturnType<typeof createBenchRun>;

/** One bench: at most one worker, ended with what it knows when another file comes or the page is left. */
export function createBenchRun(parts: BenchParts) {
  let worker: BenchWorker | null = null;
  let choices: Choices | null = null;
  let lines: ResultLine[] = [];
  let keys: Extract<BenchState, { kind: 'done' }>['keys'] = 'as-known';
  let state: BenchState = { kind: 'idle', failure: null };
  let waiting: ((answer: FromWorker) => void)[] = [];
  let number = 0;

  function change(next: BenchState): void {
    state = next;
    parts.onChange(next);
  }

  function end(): void {
    number++;
    worker?.terminate();
    worker = null;
    lines = [];
    waiting = [];
  }

  function reset(failure: Failure | null = null): void {
    end();
    choices = null;
    change({ kind: 'idle', failure });
  }

  /** @param fetched what was fetched for a file that was judged before; null: it is to be judged by what is known */
  async function start(chosen: Choices, fetched: Fetched | null): Promise<void> {
    end();
    const own = number;
    choices = chosen;
    keys = fetched === null ? 'as-known' : 'fetched';
    const { source, name, host, atMs, keyFiles } = chosen;
    const progress = { bytes: 0, allBytes: source.size, found: 0, judged: 0, all: null };
    change({ kind: 'working', name, progress });
    const nowMs = fetched?.nowMs ?? parts.nowMs();
    const [judging, configuration] = await Promise.all([
      fetched?.judging ?? readJudging(),
      readConfiguration(),
    ]);
    // Something else was begun, or the page left.
    if (own !== number) return;
    worker = parts.startWorker(
      (message) => own === number && receive(message),
      () => own === number && reset('failed'),
    );
    const task = { source, name, host, atMs, nowMs, keyFiles, configuration, ...judging };
    worker.postMessage({ type: 'run', task });
  }

  /** Offline and without an organisation's wishes it can still be judged by what the release knows. */
  const readJudging = (): Promise<Judging> =>
    parts.fetchJudging([]).catch(() => ({ readings: [], policy: defaultPolicy }));

  async function readConfiguration() {
    const { ownIssuers, ownWebmails } = await parts
      .fetchSettings()
      .catch(() => ({ ownIssuers: [], ownWebmails: [] }));
    return { issuers: ownIssuers, webmails: ownWebmails };
  }

  function receive(message: FromWorker): void {
    switch (message.type) {
      case 'progress':
        if (state.kind === 'working') change({ ...state, progress: message.progress });
        return;
      case 'lines':
        lines.push(...message.lines);
        return;
      case 'failed':
        reset(message.failure);
        return;
      case 'done':
        change({
          kind: 'done',
          name: choices?.name ?? null,
          lines,
          summary: message.summary,
          keys,
        });
        return;
      default:
        waiting.shift()?.(message);
    }
  }

  /** Answers come in the order of the questions. Null when the worker has ended. */
  function ask(question: ToWorker): Promise<FromWorker | null> {
    if (worker === null) return Promise.resolve(null);
    worker.postMessage(question);
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    start: (chosen: Choices) => start(chosen, null),
    /** Refuses what was dropped. */
    refuse: (failure: Failure) => reset(failure),
    reset: () => reset(),
    /** Ends everything without telling anybody: the page is left. */
    leave(): void {
      end();
      choices = null;
    },
    stop(): void {
      const own = number;
      if (worker === null) {
        reset();
        return;
      }
      worker.postMessage({ type: 'stop' });
      setTimeout(() => own === number && state.kind === 'working' && reset(), stopWithinMs);
    },
    /** Asks the servers of the missing key lists, then judges everything again. */
    async fetchKeys(): Promise<void> {
      if (state.kind !== 'done' || choices === null) return;
      const own = number;
      const chosen = choices;
      const before = state;
      change({ ...before, keys: 'fetching' });
      // As of before they are fetched, so that they count as later than the use of a token that is judged as of now.
      const nowMs = parts.nowMs();
      const judging = await parts.fetchJudging(before.summary.missingKeys).catch(() => null);
      if (own !== number) return;
      if (judging === null) change({ ...before, keys: 'failed' });
      else await start(chosen, { judging, nowMs });
    },
    async detail(index: number): Promise<ResultDetail | null> {
      const answer = await ask({ type: 'detail', index });
      return answer?.type === 'detail' ? answer.detail : null;
    },
    async report(program: string): Promise<Blob | null> {
      const answer = await ask({ type: 'report', program });
      return answer?.type === 'report' ? answer.report : null;
    },
    async print(program: string): Promise<Extract<FromWorker, { type: 'print' }> | null> {
      const answer = await ask({ type: 'print', program });
      return answer?.type === 'print' ? answer : null;
    },
  };
}
