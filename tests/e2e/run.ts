import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import type { ScenarioResult } from '../lab/check-scenario.ts';
import { playHostile } from '../lab/hostile-play.ts';
import { createPlayer } from '../lab/player.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import type { Scenario } from '../lab/scenarios/scenario.ts';
import { startLab } from '../lab/server.ts';
import { hasTrace } from '../lab/token-traces.ts';
import { checkOwnWebmail } from './check-own-webmail.ts';
import { checkUnseen } from './check-unseen.ts';

/** Scenarios after which the background is stopped, once for a good and once for a bad verdict; each costs seconds. */
const restarting = new Set(['genuine', 'consumer-key-on-enterprise-token']);
/** What a hostile page does here; `npm run hostile` takes more. */
const smallAttack = {
  requests: 1_000,
  tokenCharacters: 2_000_000,
  storageEntries: 100_000,
  cookieChanges: 400,
};
const help = `Plays every scenario of the lab in real browsers and compares what Countersign says.

  --browser NAME    ${browserNames.join(', ')}; may be given again (default: one of Chromium's family, and firefox)
  --scenario ID     one scenario; may be given again (default: all)
  --repeat N        plays everything N times (default: 1)
  --screenshots     leaves pictures in artifacts/e2e`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true },
    scenario: { type: 'string', multiple: true },
    repeat: { type: 'string', default: '1' },
    screenshots: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = (await runAll()) ? 0 : 1;

async function runAll(): Promise<boolean> {
  const chosen = chooseScenarios(values.scenario);
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
      note({
        what: `${browser.name}  no token on the disk of a browser that has ended`,
        problems: traces,
      });
      if (values.scenario === undefined) {
        note({
          what: `${browser.name}  a webmail that the person added, with an issuer of its own`,
          problems: await checkOwnWebmail(browser),
        });
        const unseen = await checkUnseen(browser, lab);
        if (unseen !== null) {
          note({
            what: `${browser.name}  a host that was taken back`,
            problems: unseen === '' ? [] : [unseen],
          });
        }
      }
      if (values.scenario === undefined) {
        const { problems } = await playHostile(browser, lab, smallAttack);
        note({ what: `${browser.name}  a hostile page`, problems });
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

function chooseScenarios(ids: readonly string[] | undefined): readonly Scenario[] {
  if (ids === undefined) return scenarios;
  return ids.map((id) => {
    const known = scenarios.find((scenario) => scenario.id === id);
    if (known) return known;
    throw new Error(
      `There is no scenario ${id}. Known: ${scenarios.map((one) => one.id).join(', ')}`,
    );
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
