import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { provideBrowser } from './browsers/install.ts';
import { runLocal } from './run.ts';

/** Every test, in one command: those that need no browser, the lab's scenarios in Chromium and Firefox, every page, random stops. */
const unitReport = 'artifacts/unit.json';
const scenarioReport = 'artifacts/e2e.json';
const tourReport = 'artifacts/tour.json';
const stopsReport = 'artifacts/stops.json';

mkdirSync('artifacts', { recursive: true });
// A report of an earlier run must not stand in for this one.
for (const path of [unitReport, scenarioReport, tourReport, stopsReport])
  rmSync(path, { force: true });
for (const names of [['chromium', 'chrome', 'edge'], ['firefox']] as const) {
  try {
    const { name, path } = await provideBrowser(names);
    console.log(`${name}: ${path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
if ((await runLocal('tsx', ['tools/build.ts'])) !== 0) process.exit(1);
const reporters = ['default', 'json', './tests/support/skip-reporter.ts'];
const unitCode = await runLocal('vitest', [
  'run',
  ...reporters.map((name) => `--reporter=${name}`),
  `--outputFile.json=${unitReport}`,
]);
const scenarioCode = await runLocal('tsx', ['tests/e2e/run.ts', ...process.argv.slice(2)]);
const tourCode = await runLocal('tsx', ['tests/e2e/tour.ts']);
// Enough to meet the moments that matter; `npm run stops` takes more.
const stopsCode = await runLocal('tsx', ['tests/e2e/stops.ts', '--count', '15']);
// What no scenario of the lab shows: the banner under attack, evidence and removal, the popup in states that are hard to bring about, and
// what people choose.
const bannerCode = await runLocal('tsx', ['tests/e2e/banner.ts']);
const rescueCode = await runLocal('tsx', ['tests/e2e/rescue.ts']);
const statesCode = await runLocal('tsx', ['tests/e2e/popup-states.ts']);
const choicesCode = await runLocal('tsx', ['tests/e2e/choices.ts']);
const unit = readReport(unitReport, 'numPassedTests', 'numFailedTests');
const scenarios = readReport(scenarioReport, 'passed', 'failed');
const tour = readReport(tourReport, 'passed', 'failed');
const stops = readReport(stopsReport, 'passed', 'failed');
console.log(`\nwithout a browser: ${unit.passed} passed, ${unit.failed} failed`);
console.log(`in real browsers:  ${scenarios.passed} passed, ${scenarios.failed} failed`);
console.log(`pages looked at:   ${tour.passed} passed, ${tour.failed} failed`);
console.log(`stopped at random: ${stops.passed} passed, ${stops.failed} failed`);
const parts = [unit, scenarios, tour, stops];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
// A run that broke off says so by its code, whatever the reports count.
const codes = [
  unitCode,
  scenarioCode,
  tourCode,
  stopsCode,
  bannerCode,
  rescueCode,
  statesCode,
  choicesCode,
];
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

function readReport(path: string, passed: string, failed: string) {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  return { passed: Number(report[passed]), failed: Number(report[failed]) };
}
