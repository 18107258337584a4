import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PopupView } from '../../src/protocol/views.ts';
import { type BrowserName, browserNames, type FoundBrowser } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { type OwnPage, schemes } from '../lab/drivers/driver.ts';
import { launch } from '../lab/drivers/index.ts';
import { createProfile, extensionPathOf, until } from '../lab/run-scenario.ts';
import { startLab } from '../lab/server.ts';
import { popupStates } from '../support/popup-states.ts';
import { answerInstead } from './open-extension.ts';
import { findBarriers, findOverflow, languages } from './page-checks.ts';

const help = `Shows the built popup in every state in Chromium and Firefox, light and dark, as wide as it is and narrower, and looks for what keeps
people from it: what axe finds, and what does not fit.

  --browser NAME   ${browserNames.join(', ')}; may be given again (default: one of Chromium's family, and firefox)
  --screenshots    leaves pictures in artifacts/popup`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true },
    screenshots: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const widths = [360, 320] as const;
const [english] = languages;

/** What a browser showed: how often it was looked at, and what was wrong. */
interface Look {
  readonly looks: number;
  readonly problems: readonly string[];
}

async function showAll(): Promise<boolean> {
  const browsers: FoundBrowser[] = [];
  for (const names of chooseBrowsers()) browsers.push(await provideBrowser(names));
  const seen = await Promise.all(browsers.map(showIn));
  return seen.every(({ looks, problems }) => problems.length === 0 && looks > 60);
}

function chooseBrowsers(): readonly (readonly BrowserName[])[] {
  if (values.browser === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  return values.browser.map((name) => browserNames.filter((one) => one === name));
}

async function showIn(browser: FoundBrowser): Promise<Look> {
  const lab = await startLab();
  const profile = createProfile();
  const extensionPath = join(profile.path, 'extension');
  writePages(extensionPathOf(browser), extensionPath);
  const driver = await launch(browser, {
    extensionPath,
    profilePath: join(profile.path, 'profile'),
    isHeadless: true,
    proxyPort: lab.proxyPort,
    logPath: join(profile.path, 'browser.log'),
    spkiHash: lab.spkiHash,
  });
  const problems: string[] = [];
  let looks = 0;
  try {
    for (const width of widths) {
      // One tab for all: Firefox takes a second to give a tab its size.
      await driver.visitOwnPage('manifest.json', { width, height: 600 }, async (page) => {
        for (const [name, view] of Object.entries(popupStates)) {
          await page.open(`src/popup/${name}.html?tab=1`);
          const found = await show(
            page,
            view,
            width,
            join('artifacts/popup', browser.family, name),
          );
          problems.push(...found.map((problem) => `${driver.version}  ${name}: ${problem}`));
          looks += schemes.length;
        }
      });
    }
  } finally {
    await driver.close();
    profile.remove();
    await lab.close();
  }
  for (const problem of problems) console.error(problem);
  const states = Object.keys(popupStates).length;
  console.log(`${driver.version}: ${looks} looks at ${states} states, ${problems.length} problems`);
  return { looks, problems };
}

/**
 * Copies the extension and gives it a popup for each state: the built page, before whose own scripts one stands that answers in place of
 * the background. Both browsers take such a page; scripts from outside reach pages of extensions in one of them only.
 */
function writePages(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const folder = join(to, 'src/popup');
  const built = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [name, view] of Object.entries(popupStates)) {
    writeFileSync(join(folder, `${name}.js`), answerInstead({ 'popup-view': view }));
    const page = built.replace('<head>', `<head><script src="${name}.js"></script>`);
    writeFileSync(join(folder, `${name}.html`), page);
  }
}

async function show(
  page: OwnPage,
  view: PopupView,
  width: number,
  picture: string,
): Promise<readonly string[]> {
  await until('the popup has its answer', async () => (await stateOfPage(page)) !== 'loading');
  const shown = await stateOfPage(page);
  const problems = shown === stateOf(view) ? [] : [`it shows ${shown}`];
  // Before anything is looked at, because that opens what is folded.
  if (values.screenshots && width === widths[0]) await photograph(page, picture);
  for (const scheme of schemes) {
    await page.setScheme(scheme);
    const found = await findBarriers(page, scheme, english);
    problems.push(...found.map((problem) => `${width} px: ${problem}`));
  }
  problems.push(...(await findOverflow(page, english, width)));
  return problems;
}

const stateOfPage = async (page: OwnPage): Promise<string> =>
  String(await page.evaluate(`document.querySelector('main')?.dataset.state ?? 'loading'`));

/** What the popup calls the state of a view. */
function stateOf({ state, isFirstUse }: PopupView): string {
  return state === 'not-webmail' && isFirstUse ? 'first-use' : state;
}

async function photograph(page: OwnPage, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  for (const scheme of schemes) {
    await page.setScheme(scheme);
    await page.screenshot(`${path}-${scheme}.png`);
  }
}

if (values.help) console.log(help);
else process.exitCode = (await showAll()) ? 0 : 1;
