import { parseArgs } from 'node:util';
import { type BrowserName, browserNames, type FoundBrowser } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { runLocal } from '../../tools/run.ts';
import { playAll } from './play-all.ts';
import { playByHand } from './play-by-hand.ts';

const help = `Builds Countersign and opens a browser with it in the lab.

  --browser NAME   ${browserNames.join(', ')} (default: the first that is installed)
  --headless       no window: plays every scenario, prints a table, leaves screenshots (default without a display)

The browser gets a profile of its own, which is deleted at the end. Ctrl-C ends everything.`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

try {
  if (values.help) console.log(help);
  else await start();
} catch (error) {
  // A sentence for people; a stack would only hide it.
  console.error(`\n${error instanceof Error ? error.message : 'Starting failed.'}`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const names = chooseNames(values.browser);
  console.log('Building the extension …');
  if ((await runLocal('tsx', ['tools/build.ts'])) !== 0) throw new Error('The build failed.');
  const browser: FoundBrowser = await provideBrowser(names);
  console.log(`Using ${browser.name} at ${browser.path}.`);
  const isHeadless = values.headless || !hasDisplay();
  const isRight = isHeadless ? await playAll(browser) : await playByHand(browser);
  if (!isRight) process.exitCode = 1;
}

function chooseNames(wanted: string | undefined): readonly BrowserName[] {
  if (wanted === undefined) return browserNames;
  const known = browserNames.find((name) => name === wanted);
  if (known) return [known];
  throw new Error(`There is no browser ${wanted}. Known: ${browserNames.join(', ')}.`);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
