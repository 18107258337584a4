import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames, type FoundBrowser } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { type Driver, type OwnPage, schemes } from '../lab/drivers/driver.ts';
import { awaitVerdict, createProfile, launchInLab, signIn, until } from '../lab/run-scenario.ts';
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

if (values.help) console.log(help);
else process.exitCode = (await tour()) ? 0 : 1;

async function tour(): Promise<boolean> {
  const chosen = stops.filter(({ id }) => values.stop?.includes(id) ?? true);
  if (chosen.length === 0) throw new Error(`Known: ${stops.map(({ id }) => id).join(', ')}`);
  const browsers: FoundBrowser[] = [];
  for (const names of chooseBrowsers()) browsers.push(await provideBrowser(names));
  const failed = (await Promise.all(browsers.map((browser) => visitAll(browser, chosen)))).flat();
  console.log(`${chosen.length * browsers.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

function chooseBrowsers(): readonly (readonly BrowserName[])[] {
  if (values.browser === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  return values.browser.map((name) => browserNames.filter((one) => one === name));
}

/** Ids of stops at which something was wrong. */
async function visitAll(browser: FoundBrowser, chosen: readonly Stop[]): Promise<string[]> {
  const lab = await startLab();
  const failed: string[] = [];
  for (const group of groupByPast(chosen)) {
    const profile = createProfile();
    try {
      const driver = await launchInLab(browser, lab, profile.path, true);
      try {
        for (const scenario of group[0]?.after ?? []) await play(driver, lab, scenario);
        for (const stop of group) {
          const problems = await visit(driver, browser, stop);
          if (problems.length > 0) failed.push(stop.id);
          console.log(
            `${problems.length === 0 ? 'passed' : 'FAILED'}  ${driver.version}  ${stop.id}`,
          );
          for (const problem of problems) console.log(`        ${problem}`);
        }
      } finally {
        await driver.close();
      }
    } finally {
      profile.remove();
    }
  }
  await lab.close();
  return failed;
}

/** Stops with the same past share a browser. */
function groupByPast(all: readonly Stop[]): readonly (readonly Stop[])[] {
  const groups = new Map<string, Stop[]>();
  for (const stop of all) {
    const past = stop.after.join();
    groups.set(past, [...(groups.get(past) ?? []), stop]);
  }
  return [...groups.values()];
}

async function play(driver: Driver, lab: Lab, id: string): Promise<void> {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  await signIn(driver, lab, scenario);
  const { verdict } = await awaitVerdict(driver, scenario);
  if (verdict !== scenario.verdict) throw new Error(`${id} ended as ${verdict}`);
}

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

async function makeReady(page: OwnPage, { id, isReady, prepare }: Stop): Promise<void> {
  await until(`${id} is ready`, async () => (await page.evaluate(isReady)) === true);
  if (prepare === undefined) return;
  await page.evaluate(`(() => { ${prepare}; return true; })()`);
  await until(`${id} is prepared`, async () => (await page.evaluate(isReady)) === true);
}
