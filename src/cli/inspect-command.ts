import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import type { Verdict } from '../core/index.ts';
import { exitCodeOf } from './exit-codes.ts';
import { type Judging, judge } from './judge.ts';
import { openKeys } from './key-ports.ts';
import { parseInspectOptions } from './options.ts';
import { findTokens, maxCharacters } from './read-tokens.ts';
import { buildReport } from './report.ts';
import { buildTable } from './table.ts';
import { UsageError } from './usage.ts';

/** Progress is told for files with more tokens than this, on the error stream and for people only. */
const manyTokens = 500;

/** Judges every token of a file and prints the reports. Resolves with the exit code. */
export async function runInspect(args: readonly string[]): Promise<number> {
  const options = parseInspectOptions(args);
  const nowMs = Date.now();
  const judging: Judging = {
    host: options.host,
    atMs: options.atMs,
    nowMs,
    keysAt: await openKeys(options, nowMs, (sentence) => console.error(`warning: ${sentence}`)),
    ports: { clockIsGiven: true },
  };
  const tokens = findTokens(await readInput(options.file));
  const verdicts: Verdict[] = [];
  for (const [index, token] of tokens.entries()) {
    const inspection = await judge(token, judging);
    verdicts.push(inspection.verdict);
    const report = buildReport(inspection, token.place, options.showsAccounts);
    console.log(options.isJson ? JSON.stringify(report) : buildTable(report));
    tellProgress(index + 1, tokens.length);
  }
  if (tokens.length === 0) console.error('No token was found.');
  return exitCodeOf(verdicts);
}

async function readInput(file: string | null): Promise<string> {
  const text = await readText(file);
  if (text.length > maxCharacters) throw new UsageError('the file is too large');
  return text;
}

async function readText(file: string | null): Promise<string> {
  if (file === null) return readAll(process.stdin);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
}

function tellProgress(done: number, all: number): void {
  if (all < manyTokens || !process.stderr.isTTY || (done % 100 !== 0 && done !== all)) return;
  process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
}
