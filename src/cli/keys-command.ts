import {
  buildKeyHistoryExport,
  type KeyEvent,
  type KeyHistory,
  type KnownKey,
  redactText,
  retiredSince,
} from '../core/index.ts';
import { replayAnswers, sortDated } from '../input/keys/replay.ts';
import { stringifyLine } from '../input/stringify-line.ts';
import { exitCodes } from './exit-codes.ts';
import { readKeyFiles } from './key-files.ts';
import { parseKeysOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { makeVisible } from './visible-text.ts';
import { buildWitnessTable } from './witness-table.ts';

/** Replays recorded key documents and prints the events, or the history that they make. Resolves with the exit code. */
export async function runKeys(args: readonly string[], terminal: Terminal): Promise<number> {
  const { folder, isJson, isHistory, witness } = parseKeysOptions(args);
  const warn = (sentence: string) => terminal.tell(`warning: ${makeVisible(redactText(sentence))}`);
  const recorded = await readKeyFiles(folder, warn);
  const dated = sortDated(recorded);
  if (dated.length < recorded.length) {
    warn(`${recorded.length - dated.length} documents without a time were left out`);
  }
  const { histories, events } = replayAnswers(dated);
  const all = [...histories.values()];
  if (witness !== null) {
    terminal.print(JSON.stringify(buildWitnessTable(all, witness), null, 2));
  } else if (isHistory) {
    const lastMs = dated.at(-1)?.observedAtMs ?? 0;
    terminal.print(JSON.stringify(buildKeyHistoryExport(all, lastMs, timeOf), null, 2));
  } else {
    for (const event of events) {
      terminal.print(isJson ? stringifyLine(toJson(event)) : lineOf(event));
    }
    if (!isJson) printTimeline(histories, dated.length, events.length, terminal.print);
  }
  if (events.some(({ severity }) => severity === 'danger')) return exitCodes.danger;
  return events.some(({ severity }) => severity === 'attention')
    ? exitCodes.attention
    : exitCodes.fine;
}

const timeOf = (ms: number) => new Date(ms).toISOString();
const hours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} h`;

/** Names come from files: they could command a terminal, or hold a token. */
const plain = (text: string) => makeVisible(redactText(text));

function toJson({ kind, severity, url, kid, atMs, thumbprint, before, absentMs }: KeyEvent) {
  const absent_seconds = absentMs === null ? null : Math.round(absentMs / 1000);
  return {
    event: kind,
    severity,
    at: timeOf(atMs),
    url: redactText(url),
    kid: redactText(kid),
    thumbprint,
    before,
    absent_seconds,
  };
}

function lineOf({ kind, severity, kid, atMs, url, absentMs }: KeyEvent): string {
  const absence = absentMs === null ? '' : ` after ${hours(absentMs)}`;
  return `${timeOf(atMs)}  ${severity.padEnd(9)}  ${kind}${absence}  ${plain(kid)}  ${plain(url)}`;
}

function printTimeline(
  histories: ReadonlyMap<string, KeyHistory>,
  answers: number,
  events: number,
  print: (line: string) => void,
): void {
  for (const history of histories.values()) {
    print(`\n${plain(history.url)}`);
    for (const [kid, known] of history.keys) {
      const { firstSeenMs, lastSeenMs } = known;
      const span = `${timeOf(firstSeenMs)} to ${timeOf(lastSeenMs)}`;
      print(`  ${span}  ${stateOf(history, known).padEnd(7)}  ${plain(kid)}`);
    }
  }
  print(`\n${answers} answers, ${events} events`);
}

function stateOf(history: KeyHistory, known: KnownKey): string {
  if (known.absence === null) return 'listed';
  return retiredSince(history, known) === null ? 'absent' : 'retired';
}
