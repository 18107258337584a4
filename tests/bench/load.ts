import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { startLab } from '../lab/server.ts';
import { measureLoads } from './load-rounds.ts';
import { minForInterval } from './measure.ts';

const help = `Loads a page of 500 requests with a token each, in turns in a browser with Countersign and in one whose extension listens to the same
events and does nothing. Prints how long the page takes, and what the extension's process costs for a request.

  --rounds N   pages of each kind and side (default: 40)
  --control    the extension that only listens stands on both sides: how far the measurement itself is off
  --check      ends with code 1 when the page is slower by more than the target`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    control: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** How much slower the page may be. */
const target = 1.02;

async function run(rounds: number, isControl: boolean): Promise<boolean> {
  const browser = await provideBrowser(['chromium', 'chrome', 'edge']);
  const lab = await startLab();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-load-'));
  try {
    console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}; medians of ${rounds} rounds\n`);
    console.log(
      `| a page of 500 requests | ${isControl ? 'listens only' : 'Countersign'} | listens only | ratio (95 %) | target | met | background CPU of a request, and of one that listens |`,
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    const rows = await measureLoads({ browser, lab, folder, rounds, isControl });
    for (const { what, oursMs, theirsMs, ratio, ratioInterval, oursCpu, theirsCpu } of rows) {
      const cells = [
        what,
        `${oursMs.toFixed(0)} ms`,
        `${theirsMs.toFixed(0)} ms`,
        `${ratio.toFixed(3)} (${ratioInterval.map((end) => end.toFixed(3)).join(' to ')})`,
        `≤ ${target}`,
        ratio <= target ? 'yes' : 'no',
        `${inMicroseconds(oursCpu)}, ${inMicroseconds(theirsCpu)}`,
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
    return rows.every(({ ratio }) => ratio <= target);
  } finally {
    await lab.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Where the system does not tell what a process used, that is said. */
const inMicroseconds = (value: number | null): string =>
  value === null ? 'not measured' : `${value.toFixed(0)} µs`;

if (values.help) console.log(help);
else {
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < minForInterval)
    throw new Error(`--rounds takes a whole number, ${minForInterval} at least`);
  if (values.control && values.check)
    throw new Error('--check is about Countersign, which --control leaves out');
  const isMet = await run(rounds, values.control);
  if (values.check && !isMet) process.exitCode = 1;
}
