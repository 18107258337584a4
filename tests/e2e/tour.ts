import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames, type FoundBrowser } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { PolicyUnavailable } from '../lab/drivers/chromium-policy.ts';
import { type Driver, type OwnPage, schemes } from '../lab/drivers/driver.ts';
import {
  awaitVerdict,
  createProfile,
  launchInLab,
  mailUrlOf,
  signIn,
  until,
} from '../lab/run-scenario.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Lab, startLab } from '../lab/server.ts';
import {
  compareLanguage,
  findBarriers,
  findOverflow,
  type Language,
  languages,
  narrow,
} from './page-checks.ts';
import { type Stop, stops } from './tour-stops.ts';

const help = `Opens every page of the extension in every state, in real browsers: nothing may keep people with assistive technology out (axe),
nothing may stick out of a narrow window, and the page must say in which language it is.

  --browser NAME   ${browserNames.join(', ')}; may be given again (default: one of Chromium's family, and firefox)
  --stop ID        one page and state; may be given again (default: all)
  --pictures DIR   leaves a picture of each, light and dark, left to right and right to left`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true },
    stop: { type: 'string', multiple: true },
    pictures: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function tour(): Promise<boolean> {
  const chosen = stops.filter(({ id }) => values.stop?.includes(id) ?? true);
  if (chosen.length === 0) throw new Error(`Known: ${stops.map(({ id }) => id).join(', ')}`);
  const browsers: FoundBrowser[] = [];
  for (const names of chooseBrowsers()) browsers.push(await provideBrowser(names));
  const all = (await Promise.all(browsers.map((browser) => visitAll(browser, chosen)))).flat();
  const visited = all.length;
  const failed = all.filter((isFine) => !isFine);
  const passed = visited - failed.length;
  mkdirSync('artifacts', { recursive: true });
  writeFileSync('artifacts/tour.json', JSON.stringify({ passed, failed: failed.length }));
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length === 0;
}

function chooseBrowsers(): readonly (readonly BrowserName[])[] {
  if (values.browser === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  return values.browser.map((name) => browserNames.filter((one) => one === name));
}

/** Of each stop, whether everything was as it should be. */
async function visitAll(browser: FoundBrowser, chosen: readonly Stop[]): Promise<boolean[]> {
  const lab = await startLab();
  const results: boolean[] = [];
  for (const group of groupByPast(chosen)) {
    const { after = [], policy } = group[0] ?? {};
    const profile = createProfile();
    try {
      const driver = await launchInLab(browser, lab, profile.path, true, policy);
      try {
        for (const scenario of after) await play(driver, lab, scenario, policy !== undefined);
        const blocked = await readBlockedPath(driver);
        for (const stop of group) {
          const path = stop.path.replace('{blocked}', blocked);
          const problems = await visit(driver, browser, { ...stop, path });
          results.push(problems.length === 0);
          console.log(
            `${problems.length === 0 ? 'passed' : 'FAILED'}  ${driver.version}  ${stop.id}`,
          );
          for (const problem of problems) console.log(`        ${problem}`);
        }
      } finally {
        await driver.close();
      }
    } catch (error) {
      if (!(error instanceof PolicyUnavailable)) throw error;
      const names = group.map(({ id }) => id).join(', ');
      console.log(`not run  ${browser.name}  ${names}: ${error.message}`);
    } finally {
      profile.remove();
    }
  }
  await lab.close();
  return results;
}

/** Stops with the same past share a browser. */
function groupByPast(all: readonly Stop[]): readonly (readonly Stop[])[] {
  const groups = new Map<string, Stop[]>();
  for (const stop of all) {
    const past = JSON.stringify([stop.after, stop.policy]);
    groups.set(past, [...(groups.get(past) ?? []), stop]);
  }
  return [...groups.values()];
}

async function play(driver: Driver, lab: Lab, id: string, isBlocked: boolean): Promise<void> {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  if (isBlocked) {
    lab.choose(id);
    await driver.goto(mailUrlOf(scenario));
    return until('the tab is taken away', async () => (await readBlockedPath(driver)) !== '');
  }
  await signIn(driver, lab, scenario);
  const { verdict } = await awaitVerdict(driver, scenario);
  if (verdict !== scenario.verdict) throw new Error(`${id} ended as ${verdict}`);
}

/** Path and query of the page that says why a webmail is closed; empty when no tab shows it. */
const readBlockedPath = async (driver: Driver): Promise<string> =>
  String(await driver.evaluateInExtension(blockedExpression));

const blockedExpression = `(async () => {
  const tabs = await (globalThis.browser ?? globalThis.chrome).tabs.query({});
  const address = tabs.map(({ url }) => url ?? '').find((url) => url.startsWith(location.origin + '/src/blocked/'));
  return address === undefined ? '' : address.slice(location.origin.length + 1);
})()`;

async function visit(driver: Driver, browser: FoundBrowser, stop: Stop): Promise<string[]> {
  const problems: string[] = [];
  for (const language of languages) {
    await choose(driver, language);
    await driver.visitOwnPage(stop.path, stop.size, async (page) => {
      await makeReady(page, stop);
      problems.push(...(await compareLanguage(page, language)));
      for (const scheme of schemes) {
        await page.setScheme(scheme);
        if (values.pictures === undefined) continue;
        const folder = join(values.pictures, browser.family);
        mkdirSync(folder, { recursive: true });
        await page.screenshot(join(folder, `${stop.id}-${scheme}-${language.dir}.png`));
      }
      // After the pictures, because it opens what is folded.
      for (const scheme of schemes) {
        await page.setScheme(scheme);
        problems.push(...(await findBarriers(page, scheme, language)));
      }
      await page.setScheme('light');
    });
    problems.push(
      ...(await driver.visitOwnPage(stop.path, narrow, async (page) => {
        await makeReady(page, stop);
        return findOverflow(page, language);
      })),
    );
  }
  return problems;
}

/** The language that the person chose, as the options page stores it. */
async function choose(driver: Driver, { code }: Language): Promise<void> {
  const request = JSON.stringify({ type: 'change-settings', changes: { language: code } });
  await driver.evaluateInExtension(
    `(async () => { await (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${request}); return true; })()`,
  );
}

async function makeReady(
  page: OwnPage,
  { id, isReady, prepare, isPrepared = isReady }: Stop,
): Promise<void> {
  await until(`${id} is ready`, async () => (await page.evaluate(isReady)) === true);
  if (prepare === undefined) return;
  await page.evaluate(`(() => { ${prepare}; return true; })()`);
  await until(`${id} is prepared`, async () => (await page.evaluate(isPrepared)) === true);
}

if (values.help) console.log(help);
else process.exitCode = (await tour()) ? 0 : 1;
