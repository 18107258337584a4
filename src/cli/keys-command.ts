import { emptyHistory, type KeyEvent, type KeyHistory, observeDocument } from '../core/index.ts';
import { exitCodes } from './exit-codes.ts';
import { readKeyFiles } from './key-files.ts';
import { parseKeysOptions } from './options.ts';

/** Replays recorded key documents and prints the events. Resolves with the exit code. */
export async function runKeys(args: readonly string[]): Promise<number> {
  const { folder, isJson } = parseKeysOptions(args);
  const recorded = await readKeyFiles(folder, (sentence) => console.error(`warning: ${sentence}`));
  const dated = recorded.flatMap((one) =>
    one.observedAtMs === null ? [] : [{ ...one, observedAtMs: one.observedAtMs }],
  );
  if (dated.length < recorded.length) {
    console.error(
      `warning: ${recorded.length - dated.length} documents without a time were left out`,
    );
  }
  dated.sort((a, b) => a.observedAtMs - b.observedAtMs);
  const histories = new Map<string, KeyHistory>();
  const all: KeyEvent[] = [];
  for (const { url, document, observedAtMs } of dated) {
    const known = histories.get(url) ?? emptyHistory(url);
    const { history, events } = observeDocument(known, document, observedAtMs);
    histories.set(url, history);
    all.push(...events);
    for (const event of events) console.log(isJson ? JSON.stringify(toJson(event)) : lineOf(event));
  }
  if (!isJson) printTimeline(histories, dated.length, all.length);
  if (all.some(({ severity }) => severity === 'danger')) return exitCodes.danger;
  return all.some(({ severity }) => severity === 'attention')
    ? exitCodes.attention
    : exitCodes.fine;
}

const timeOf = (ms: number) => new Date(ms).toISOString();
const hours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} h`;

function toJson({ kind, severity, url, kid, atMs, thumbprint, before, absentMs }: KeyEvent) {
  const absent_seconds = absentMs === null ? null : Math.round(absentMs / 1000);
  return { event: kind, severity, at: timeOf(atMs), url, kid, thumbprint, before, absent_seconds };
}

function lineOf({ kind, severity, kid, atMs, url, absentMs }: KeyEvent): string {
  const absence = absentMs === null ? '' : ` after ${hours(absentMs)}`;
  return `${timeOf(atMs)}  ${severity.padEnd(9)}  ${kind}${absence}  ${kid}  ${new URL(url).host}`;
}

function printTimeline(
  histories: ReadonlyMap<string, KeyHistory>,
  answers: number,
  events: number,
): void {
  for (const { url, keys } of histories.values()) {
    console.log(`\n${url}`);
    for (const [kid, { firstSeenMs, lastSeenMs }] of keys) {
      console.log(`  ${timeOf(firstSeenMs)} to ${timeOf(lastSeenMs)}  ${kid}`);
    }
  }
  console.log(`\n${answers} answers, ${events} events`);
}
