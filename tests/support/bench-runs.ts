import {
  defaultPolicy,
  emptyConfiguration,
  emptyHistory,
  type KeyReading,
  observeDocument,
  parseKeyDocument,
} from '../../src/core/index.ts';
import { answerQuestion } from '../../src/inspector/bench/work/answer-question.ts';
import type {
  BenchTask,
  FromWorker,
  ResultLine,
  Summary,
} from '../../src/inspector/bench/work/messages.ts';
import { type Finished, runBench } from '../../src/inspector/bench/work/run-bench.ts';
import { commonKeysUrl } from './keys.ts';
import { issuedAt } from './tokens.ts';

/** A minute after test tokens are issued. */
export const benchNowMs = (issuedAt + 60) * 1000;

/** A key document of this browser, confirmed at `confirmedAtMs` and listed for ever before. */
export async function readingOf(
  keys: readonly unknown[],
  confirmedAtMs = benchNowMs,
  url = commonKeysUrl,
): Promise<KeyReading> {
  const parsed = await parseKeyDocument(url, { keys });
  if (!parsed.ok) throw new Error(`test key document refused: ${parsed.code}`);
  const first = observeDocument(emptyHistory(url), parsed.value, 0).history;
  const { history } = observeDocument(first, parsed.value, confirmedAtMs);
  return {
    url,
    document: parsed.value,
    confirmedAtMs,
    freshness: 'fresh',
    problem: null,
    history,
  };
}

export const taskOf = (source: string | Blob, changes: Partial<BenchTask> = {}): BenchTask => ({
  source: typeof source === 'string' ? new Blob([source]) : source,
  name: 'session.har',
  host: null,
  atMs: null,
  nowMs: benchNowMs,
  readings: [],
  keyFiles: [],
  policy: defaultPolicy,
  configuration: emptyConfiguration,
  ...changes,
});

export interface BenchResult {
  readonly messages: readonly FromWorker[];
  readonly lines: readonly ResultLine[];
  /** Null when it failed. */
  readonly summary: Summary | null;
  readonly failure: string | null;
  readonly finished: Finished | null;
  readonly ask: (question: Parameters<typeof answerQuestion>[0]) => FromWorker;
}

/** Runs the worker's work in this thread; messages are copied as between threads. */
export async function runTask(
  task: BenchTask,
  isStopped: (messages: readonly FromWorker[]) => boolean = () => false,
  clockMs: () => number = () => 0,
): Promise<BenchResult> {
  const messages: FromWorker[] = [];
  const finished = await runBench(task, {
    tell: (message) => messages.push(structuredClone(message)),
    isStopped: () => isStopped(messages),
    clockMs,
  });
  const done = messages.find((message) => message.type === 'done');
  const failed = messages.find((message) => message.type === 'failed');
  return {
    messages,
    lines: messages.flatMap((message) => (message.type === 'lines' ? message.lines : [])),
    summary: done?.type === 'done' ? done.summary : null,
    failure: failed?.type === 'failed' ? failed.failure : null,
    finished,
    ask(question) {
      if (finished === null) throw new Error('nothing was found');
      return answerQuestion(question, finished, benchNowMs);
    },
  };
}

/** An HTTP Archive with one request for each token. */
export const harOf = (tokens: readonly string[], host = 'outlook.office.com'): string =>
  JSON.stringify({
    log: {
      entries: tokens.map((token) => ({
        startedDateTime: new Date(benchNowMs).toISOString(),
        request: {
          method: 'GET',
          url: `https://${host}/owa/`,
          headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
        },
        response: { status: 0 },
      })),
    },
  });
