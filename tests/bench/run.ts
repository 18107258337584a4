import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { measureFirstSight } from './first-sight.ts';
import { isMet, type Row, rounds } from './measure.ts';
import { measureMemory } from './memory.ts';
import { measureRulesAlone } from './rules-alone.ts';
import { measureSeenBefore } from './seen-before.ts';

/**
 * Compares Countersign's speed with that of others, both sides in one run on one computer, and measures its memory.
 * Prints a table. Ends with code 1 when a target is missed and `--check` was given, otherwise with 0.
 */
if (globalThis.gc === undefined) {
  const args = [...process.execArgv, '--expose-gc', ...process.argv.slice(1)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
} else {
  const measures = [measureFirstSight, measureRulesAlone, measureSeenBefore, measureMemory];
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  console.log(`Node ${process.versions.node}, ${processor}; medians of ${rounds} rounds\n`);
  console.log('| what | ours | theirs | ratio | target | met |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  const rows: Row[] = [];
  for (const measure of measures) {
    const row = await measure();
    rows.push(row);
    console.log(lineOf(row));
  }
  if (process.argv.includes('--check') && !rows.every(isMet)) process.exitCode = 1;
}

function lineOf(row: Row): string {
  const { what, ours, theirs, ratio, target } = row;
  const cells = [what, ours, theirs, ratio.toFixed(2), `≤ ${target}`, isMet(row) ? 'yes' : 'no'];
  return `| ${cells.join(' | ')} |`;
}
