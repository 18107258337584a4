import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { ScenarioResult } from './check-scenario.ts';
import { onInterrupt } from './interrupt.ts';
import { createPlayer } from './player.ts';
import { scenarios } from './scenarios/index.ts';
import { startLab } from './server.ts';

const folder = 'artifacts/screenshots';

/** Plays every scenario without a window and prints a table; true when each verdict was as expected. */
export async function playAll(browser: FoundBrowser): Promise<boolean> {
  const lab = await startLab();
  const player = createPlayer(browser, lab);
  const stop = onInterrupt(async () => {
    await player.close();
    await lab.close();
  });
  console.log(`No display: playing ${scenarios.length} scenarios without a window.\n`);
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) {
    process.stdout.write(`  ${results.length + 1}/${scenarios.length}  ${scenario.title} … `);
    const result = await player.play(scenario, {
      screenshots: `${folder}/${browser.name}/${scenario.id}`,
      restarts: false,
    });
    results.push(result);
    console.log(result.verdict ?? 'no verdict');
  }
  const traces = await player.close();
  await lab.close();
  stop();
  printTable(results);
  const wrong = results.filter(({ problems }) => problems.length > 0);
  for (const { scenario, problems } of wrong) {
    for (const problem of problems) console.log(`${scenario.id}: ${problem}`);
  }
  for (const trace of traces) console.log(trace);
  console.log(`\nScreenshots: ${folder}/${browser.name}`);
  console.log(`${results.length - wrong.length} as expected, ${wrong.length} not`);
  return wrong.length === 0 && traces.length === 0;
}

function printTable(results: readonly ScenarioResult[]): void {
  const rows = [
    ['scenario', 'expected verdict', 'verdict', ''],
    ...results.map(({ scenario, verdict, problems }) => [
      scenario.id,
      scenario.verdict,
      verdict ?? 'none',
      problems.length === 0 ? 'as expected' : 'NOT AS EXPECTED',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  console.log();
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
