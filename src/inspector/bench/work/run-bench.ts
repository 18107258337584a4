import {
  buildDirectory,
  type Configuration,
  configurationOf,
  mergeConfigurations,
} from '../../../core/index.ts';
import { createFileMemory } from '../../../input/file-memory.ts';
import type { Judging } from '../../../input/judge.ts';
import { judgeGroup } from '../../../input/judge-group.ts';
import { readTokens, TooManyTokensError } from '../../../input/read-tokens.ts';
import { createTally } from '../../../input/tally.ts';
import { createTokenGuard, type TokenGuard } from '../../../input/token-guard.ts';
import { createBenchKeys, readKeyFiles } from './bench-keys.ts';
import { createKeptResults, type KeptResults, maxResults } from './kept-results.ts';
import type { BenchTask, ReadingFailure, Summary } from './messages.ts';
import { noCounts } from './no-counts.ts';
import { maxFileBytes, NotTextError, openSource, UnreadableError } from './read-source.ts';
import { readSavedEvidence, tellEvidence } from './saved-evidence.ts';
import { createTelling, type Surroundings } from './telling.ts';

/** What a run found, for questions that come later. */
export interface Finished {
  readonly task: BenchTask;
  readonly kept: KeptResults;
  readonly summary: Summary;
  readonly guard: TokenGuard;
}

/**
 * Reads and judges everything in a file, and tells as it goes. Ends with `done` or `failed`; resolves with what was found, for questions
 * that come later; null when it failed.
 */
export async function runBench(task: BenchTask, around: Surroundings): Promise<Finished | null> {
  const guard = createTokenGuard();
  const kept = createKeptResults(guard);
  let finished: Finished | null = null;
  try {
    const result = await readAll(task, around, guard, kept);
    if (typeof result === 'string') around.tell({ type: 'failed', failure: result });
    else finished = { task, kept, summary: result, guard };
  } catch (error) {
    around.tell({ type: 'failed', failure: failureOf(error) });
  }
  if (finished !== null) around.tell({ type: 'done', summary: finished.summary });
  return finished;
}

async function readAll(
  task: BenchTask,
  around: Surroundings,
  guard: TokenGuard,
  kept: KeptResults,
): Promise<Summary | ReadingFailure> {
  if (task.source.size > maxFileBytes) return 'too-large';
  const evidence = await readSavedEvidence(task.source);
  if (evidence !== null) return tellEvidence(evidence, task.source, around, kept);
  const configuration = mergeConfigurations(configurationOf(task.policy), task.configuration);
  const { recorded, told } = await readKeyFiles(task.keyFiles, configuration.issuers);
  const keys = createBenchKeys(task.readings, recorded, task.nowMs);
  const judging = judgingOf(task, configuration, keys.keysAt);
  const tally = createTally();
  const counts = noCounts();
  const telling = createTelling(task.source.size, around);
  let clockErrorMs = 0;
  const source = openSource(task.source, telling.addBytes);
  const reading = {
    tally,
    onClockError: (errorMs: number) => {
      clockErrorMs = errorMs;
    },
    onFound: (credential: string) => {
      guard.remember(credential);
      telling.found();
    },
    limit: maxResults,
  };
  for await (const group of readTokens(stoppable(source.chunks, around), reading)) {
    if (around.isStopped()) break;
    if (kept.count() >= maxResults) throw new TooManyTokensError();
    const line = kept.add(group, await judgeGroup(group, judging));
    counts[line.verdict]++;
    telling.judged(line, group.all);
  }
  telling.end();
  const isStopped = around.isStopped();
  if (!isStopped && !hasToken(kept)) return 'no-token';
  return {
    sha256: source.sha256(),
    bytes: task.source.size,
    counts,
    // A file that was not read to its end looks broken.
    leftOut: [...tally.counts()].filter(([what]) => !isStopped || what !== 'broken-file'),
    clockErrorMs,
    isStopped,
    isRecorded: false,
    missingKeys: keys.missing(),
    keyFiles: told,
  };
}

/** A text that somebody pasted by mistake is no list of strange tokens. */
const hasToken = (kept: KeptResults): boolean =>
  kept.lines().some(({ notInspected }) => notInspected !== 'opaque');

function judgingOf(
  { host, atMs, nowMs, policy }: BenchTask,
  configuration: Configuration,
  keysAt: Judging['keysAt'],
): Judging {
  const { directory } = buildDirectory(configuration);
  const ports = { clockIsGiven: true, policy, directory, memory: createFileMemory() };
  return { host, atMs, nowMs, keysAt, ports };
}

async function* stoppable(
  chunks: AsyncIterable<string>,
  { isStopped }: Surroundings,
): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    if (isStopped()) return;
    yield chunk;
  }
}

function failureOf(error: unknown): ReadingFailure {
  if (error instanceof NotTextError) return 'not-text';
  if (error instanceof UnreadableError) return 'unreadable';
  return error instanceof TooManyTokensError ? 'too-many-tokens' : 'failed';
}
