import { redactText, type Verdict } from '../core/index.ts';
import { maxGroups, type TokenGroup } from '../input/collect.ts';
import { createFileMemory } from '../input/file-memory.ts';
import type { Judging } from '../input/judge.ts';
import { judgeGroup } from '../input/judge-group.ts';
import { type Reading, readTokens, TooManyTokensError } from '../input/read-tokens.ts';
import { openRecorded, type Recorded } from '../input/recorded.ts';
import { buildReport, type Showing } from '../input/report.ts';
import { stringifyLine } from '../input/stringify-line.ts';
import { createTally, isIncomplete } from '../input/tally.ts';
import { createTokenGuard } from '../input/token-guard.ts';
import { describeClockError, describeTally } from './describe-reading.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { openKeys } from './key-ports.ts';
import { openInput } from './open-input.ts';
import { parseInspectOptions } from './options.ts';
import { readPolicyDirectory } from './policy-directory.ts';
import { readPolicyFile } from './policy-file.ts';
import { createProgress } from './progress.ts';
import { styleFor } from './style.ts';
import { buildSummary, buildTable } from './table.ts';
import type { Terminal } from './terminal.ts';
import { createStop } from './until-stopped.ts';
import { UsageError } from './usage.ts';
import { makeVisible } from './visible-text.ts';

/** Judges every token of a file and prints the reports. Resolves with the exit code. */
export async function runInspect(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseInspectOptions(args);
  const nowMs = terminal.nowMs();
  const warn = (sentence: string) => terminal.tell(`warning: ${makeVisible(redactText(sentence))}`);
  const policy = readPolicyFile(options.policy, warn);
  const directory = readPolicyDirectory(policy, warn);
  const known = { directory, added: policy.issuers ?? [] };
  const judging: Judging = {
    host: options.host,
    atMs: options.atMs,
    nowMs,
    keysAt: await openKeys(options, nowMs, warn, known),
    ports: {
      clockIsGiven: true,
      policy,
      directory,
      memory: createFileMemory(),
    },
  };
  const showing: Showing = { showsAccounts: options.showsAccounts, guard: createTokenGuard() };
  const style = styleFor(terminal);
  const progress = createProgress(terminal, options.showsProgress);
  const tally = createTally();
  const input = await openInput(options.file, terminal.stdin, progress.addBytes);
  progress.setAllBytes(input.allBytes);

  const counts = new Map<Verdict, number>();
  const stop = createStop();
  const stopListening = terminal.onInterrupt(stop.ask);
  let done = 0;
  const reading = {
    tally,
    onClockError: (errorMs: number) => warn(describeClockError(errorMs)),
    onFound: showing.guard.remember,
  };
  const onRecorded = () => warn(recordedWarning);
  for await (const { group, judged } of stop.until(readAll(input.chunks, reading, onRecorded))) {
    const uses = judged ?? (await judgeGroup(group, judging));
    const report = buildReport(uses, group.seen, showing);
    counts.set(report.verdict, (counts.get(report.verdict) ?? 0) + 1);
    progress.end();
    terminal.print(options.isJson ? stringifyLine(report) : buildTable(report, style));
    progress.judged(++done, group.all);
  }
  progress.end();
  stopListening();

  if (done === 0) terminal.tell('No token was found.');
  else if (!options.isJson) terminal.print(buildSummary(counts));
  for (const sentence of describeTally(tally)) warn(sentence);
  if (stop.isAskedFor()) {
    warn(`stopped: ${done} tokens were judged, and more may have followed`);
    return exitCodes.stopped;
  }
  return exitCodeOf([...counts.keys()], isIncomplete(tally));
}

const recordedWarning =
  'this is saved evidence: it holds no token, so what it says was found then, nothing was judged anew, and anybody could have written it';

/** Each token, with what is known of it already: nothing, unless the file is saved evidence. */
async function* readAll(
  chunks: AsyncIterable<string>,
  reading: Reading,
  onRecorded: () => void,
): AsyncGenerator<{ readonly group: TokenGroup; readonly judged: Recorded['judged'] | null }> {
  const { recorded, text } = await openRecorded(chunks);
  if (recorded !== null) {
    onRecorded();
    return yield* recorded;
  }
  try {
    for await (const group of readTokens(text, reading)) yield { group, judged: null };
  } catch (error) {
    if (!(error instanceof TooManyTokensError)) throw error;
    throw new UsageError(`the file holds more than ${maxGroups} different tokens: split it`);
  }
}
