import type { Verdict } from '../core/index.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { createFileMemory } from './file-memory.ts';
import type { TokenGroup } from './input/collect.ts';
import { openInput } from './input/open-input.ts';
import { createTally, describeTally, isIncomplete } from './input/tally.ts';
import { type Judging, judge } from './judge.ts';
import { openKeys } from './key-ports.ts';
import { parseInspectOptions } from './options.ts';
import { readPolicyFile } from './policy-file.ts';
import { createProgress } from './progress.ts';
import { readTokens } from './read-tokens.ts';
import { buildReport, type JudgedUse, type Report, type Showing } from './report.ts';
import { styleFor } from './style.ts';
import { buildSummary, buildTable } from './table.ts';
import { createTokenGuard } from './token-guard.ts';
import { makeVisible } from './visible-text.ts';

const warn = (sentence: string): void => console.error(`warning: ${makeVisible(sentence)}`);

/** Judges every token of a file and prints the reports. Resolves with the exit code. */
export async function runInspect(args: readonly string[]): Promise<number> {
  const options = parseInspectOptions(args);
  const nowMs = Date.now();
  const judging: Judging = {
    host: options.host,
    atMs: options.atMs,
    nowMs,
    keysAt: await openKeys(options, nowMs, warn),
    ports: {
      clockIsGiven: true,
      policy: readPolicyFile(options.policy, warn),
      memory: createFileMemory(),
    },
  };
  const showing: Showing = { showsAccounts: options.showsAccounts, guard: createTokenGuard() };
  const style = styleFor(process.stdout, process.env);
  const progress = createProgress(process.stderr, options.showsProgress);
  const tally = createTally();
  const input = await openInput(options.file, process.stdin, progress.addBytes);
  progress.setAllBytes(input.allBytes);

  const counts = new Map<Verdict, number>();
  const stop = listenForStop();
  let done = 0;
  const reading = { tally, warn, onFound: showing.guard.remember };
  for await (const group of readTokens(input.chunks, reading)) {
    if (stop.isAskedFor()) break;
    const report = await judgeGroup(group, judging, showing);
    counts.set(report.verdict, (counts.get(report.verdict) ?? 0) + 1);
    progress.end();
    console.log(options.isJson ? JSON.stringify(report) : buildTable(report, style));
    progress.judged(++done, group.all);
  }
  progress.end();
  stop.end();

  if (done === 0) console.error('No token was found.');
  else if (!options.isJson) console.log(buildSummary(counts));
  for (const sentence of describeTally(tally)) warn(sentence);
  if (stop.isAskedFor()) {
    warn(`stopped: ${done} tokens were judged, and more may have followed`);
    return exitCodes.stopped;
  }
  return exitCodeOf([...counts.keys()], isIncomplete(tally));
}

async function judgeGroup(
  { seen, uses: [first, ...others] }: TokenGroup,
  judging: Judging,
  showing: Showing,
): Promise<Report> {
  const judged: [JudgedUse, ...JudgedUse[]] = [
    { use: first, inspection: await judge(first, judging) },
  ];
  for (const use of others) judged.push({ use, inspection: await judge(use, judging) });
  return buildReport(judged, seen, showing);
}

/** The first Ctrl-C ends after the token at hand, so that no line is cut; a second one ends at once. */
function listenForStop(): { readonly isAskedFor: () => boolean; readonly end: () => void } {
  let isAskedFor = false;
  const note = () => {
    isAskedFor = true;
  };
  process.once('SIGINT', note);
  return {
    isAskedFor: () => isAskedFor,
    end: () => process.removeListener('SIGINT', note),
  };
}
