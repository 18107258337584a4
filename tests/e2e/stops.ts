import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { playStops } from '../lab/stops/play.ts';

const help = `Stops the extension's background again and again, at random moments, while a webmail page uses tokens: some all the time, many once only.
In the end the sessions and the history must hold every one of them once and rightly judged, but for what was used once just before a stop.

  --browser NAME   ${browserNames.join(', ')} (default: one of Chromium's family, then firefox)
  --count N        how often (default: 20)`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    count: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else {
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) throw new Error('--count takes a whole number');
  const groups = chooseBrowsers(values.browser);
  const results = await Promise.all(
    groups.map(async (names) => playStops(await provideBrowser(names), count)),
  );
  for (const { counts, problems } of results) {
    console.log(counts);
    for (const problem of problems) console.log(`FAILED  ${problem}`);
  }
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  mkdirSync('artifacts', { recursive: true });
  writeFileSync('artifacts/stops.json', JSON.stringify({ passed: groups.length - failed, failed }));
  console.log(`${groups.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function chooseBrowsers(name: string | undefined): readonly (readonly BrowserName[])[] {
  if (name === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  const known = browserNames.find((one) => one === name);
  if (known === undefined) throw new Error(`There is no browser ${name}.`);
  return [[known]];
}
