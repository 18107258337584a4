import type { BrowserName, FoundBrowser } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { PolicyUnavailable } from '../lab/drivers/chromium-policy.ts';
import { type Lab, startLab } from '../lab/server.ts';
import { checkGoOn } from './check-go-on.ts';
import { checkPrivate } from './check-private.ts';
import { checkTurnedOff } from './check-turned-off.ts';

/** What people choose is tried in Chromium and Firefox, side by side: a private window, a webmail turned off, going on where it was closed. */
const checks: readonly (readonly [
  string,
  (browser: FoundBrowser, lab: Lab) => Promise<readonly string[]>,
])[] = [
  ['a private window', checkPrivate],
  ['a webmail that is turned off, and on again', checkTurnedOff],
  ['going on where an organisation closed a webmail', checkGoOn],
];

async function checkAll(names: readonly BrowserName[]): Promise<number> {
  const browser = await provideBrowser(names);
  const lab = await startLab();
  let failed = 0;
  for (const [what, check] of checks) {
    try {
      const problems = await check(browser, lab);
      if (problems.length > 0) failed++;
      console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${browser.name}  ${what}`);
      for (const problem of problems) console.log(`        ${problem}`);
    } catch (error) {
      if (!(error instanceof PolicyUnavailable)) throw error;
      console.log(`not run  ${browser.name}  ${what}: ${error.message}`);
    }
  }
  await lab.close();
  return failed;
}

const failed = await Promise.all(
  [['chromium', 'chrome', 'edge'] as const, ['firefox'] as const].map(checkAll),
);
process.exitCode = failed.every((count) => count === 0) ? 0 : 1;
