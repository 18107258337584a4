import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import type { ScenarioResult } from '../lab/check-scenario.ts';
import { createPlayer, sentenceOf } from '../lab/player.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { startLab } from '../lab/server.ts';
import { smallScenarios } from '../lab/small-scenarios.ts';
import { hasTrace } from '../lab/token-traces.ts';
import { furtherChecks } from './further-checks.ts';

/** Scenarios after which the background is stopped, once for a good and once for a bad verdict; each costs seconds. */
const restarting = new Set(['genuine', 'consumer-key-on-enterprise-token']);
const help = `Plays every scenario of the lab in real browsers and compares what Countersign says.

  --browser NAME    ${browserNames.join(', ')}; may be given again (default: one of Chromium's family, and firefox)
  --scenario ID     one scenario; may be given again (default: all, and all checks)
  --check ID        one check of what no scenario shows (${furtherChecks.map(({ id }) => id).join(', ')}); may be given again
  --repeat N        plays everything N times (default: 1)
  --screenshots     leaves pictures in artifacts/e2e`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true },
    scenario: { type: 'string', multiple: true },
    check: { type: 'string', multiple: true },
    repeat: { type: 'string', default: '1' },
    screenshots: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = (await runAll()) ? 0 : 1;

async function runAll(): Promise<boolean> {
  const isAll = values.scenario === undefined && values.check === undefined;
  // The small ones are played together, by a check.
  const alone = scenarios.filter((one) => !smallScenarios.includes(one));
  const chosen = isAll ? alone : choose('scenario', values.scenario ?? [], scenarios);
  const checks = isAll ? furtherChecks : choose('check', values.check ?? [], furtherChecks);
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 1) throw new Error('--repeat takes a whole number');
  const groups = chooseBrowsers(values.browser);
  const browsers = [];
  for (const names of groups) browsers.push(await provideBrowser(names));
  const printed: string[] = [];
  const print = (line: string) => {
    printed.push(line);
    console.log(line);
  };
  // Browsers play side by side, each in a lab of its own, because a lab plays one scenario at a time.
  const played = await Promise.all(
    browsers.map(async (browser) => {
      const lab = await startLab();
      const player = createPlayer(browser, lab);
      const results: Checked[] = [];
      const note = (checked: Checked) => {
        results.push(checked);
        print(lineOf(checked));
      };
      for (let round = 1; round <= repeat; round++) {
        for (const scenario of chosen) {
          note(
            checkedOf(
              await player.play(scenario, {
                screenshots: values.screenshots
                  ? `artifacts/e2e/${browser.name}/${scenario.id}`
                  : null,
                restarts: restarting.has(scenario.id),
              }),
            ),
          );
        }
      }
      const traces = await player.close();
      if (chosen.length > 0) {
        note({
          what: `${browser.name}  no token on the disk of a browser that has ended`,
          problems: traces,
        });
      }
      for (const { what, run } of checks) {
        const startedMs = Date.now();
        const found = await run(browser, lab).catch((error: unknown) => [sentenceOf(error)]);
        if ('leftOut' in found) {
          print(`left out in ${browser.name}: ${what}, because ${found.leftOut}`);
          continue;
        }
        const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
        note({ what: `${browser.name}  ${what} (${seconds} s)`, problems: found });
      }
      await lab.close();
      return { results, tokens: lab.issuedTokens };
    }),
  );
  const tokens = played.flatMap((part) => part.tokens);
  const isTold = hasTrace(printed.join('\n'), tokens);
  const results = [
    ...played.flatMap((part) => part.results),
    { what: 'no token in the output of this run', problems: isTold ? ['one stands there'] : [] },
  ];
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  const passed = results.length - failed;
  if (isTold) console.error('FAILED: a token stands in the output of this run');
  mkdirSync('artifacts', { recursive: true });
  writeFileSync('artifacts/e2e.json', JSON.stringify({ passed, failed }));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

function choose<Named extends { readonly id: string }>(
  what: string,
  ids: readonly string[],
  all: readonly Named[],
): readonly Named[] {
  return ids.map((id) => {
    const known = all.find((one) => one.id === id);
    if (known) return known;
    throw new Error(`There is no ${what} ${id}. Known: ${all.map((one) => one.id).join(', ')}`);
  });
}

function chooseBrowsers(names: readonly string[] | undefined): readonly BrowserName[][] {
  if (names === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  return names.map((name) => {
    const known = browserNames.find((one) => one === name);
    if (known) return [known];
    throw new Error(`There is no browser ${name}. Known: ${browserNames.join(', ')}`);
  });
}

/** One thing that was checked, in words for the person who reads the output. */
interface Checked {
  readonly what: string;
  readonly problems: readonly string[];
}

function checkedOf({ browser, scenario, verdict, problems, seconds }: ScenarioResult): Checked {
  const said = verdict ?? 'no verdict';
  return { what: `${browser}  ${scenario.id}: ${said} (${seconds.toFixed(1)} s)`, problems };
}

function lineOf({ what, problems }: Checked): string {
  const head = `${problems.length === 0 ? 'passed' : 'FAILED'}  ${what}`;
  return [head, ...problems.map((problem) => `        ${problem}`)].join('\n');
}
