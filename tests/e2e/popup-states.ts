import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { PopupView } from '../../src/protocol/views.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { popupStates } from '../support/popup-states.ts';
import { answerInstead, openExtension } from './open-extension.ts';

/**
 * Shows the built popup in every state in Chromium, light and dark, as wide as it is and narrower, and looks for what keeps people from it:
 * what axe finds, and what does not fit. `--screenshots` leaves pictures in artifacts/popup. `npm run build` first.
 */
const { values } = parseArgs({ options: { screenshots: { type: 'boolean', default: false } } });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const schemes = ['light', 'dark'] as const;
const widths = [360, 320] as const;

const browser = await provideBrowser(['chromium', 'chrome', 'edge']);
const extension = await openExtension(browser.path, 'dist/chrome');
const problems: string[] = [];
let looked = 0;
try {
  for (const [name, view] of Object.entries(popupStates)) {
    const page = await extension.context.newPage();
    await page.addInitScript({ content: answerInstead({ 'popup-view': view }) });
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 600 });
        await page.goto(`${extension.origin}/src/popup/index.html?tab=1`);
        await page.waitForSelector('main[data-state]:not([data-state="loading"])');
        const shown = await page.getAttribute('main', 'data-state');
        if (shown !== stateOf(view)) problems.push(`${name} shows ${shown}`);
        for (const problem of await findProblems(page)) {
          problems.push(`${name}, ${scheme}, ${width} px: ${problem}`);
        }
        looked++;
      }
      if (values.screenshots) await photograph(page, name, scheme);
    }
    await page.close();
  }
} finally {
  await extension.close();
}
for (const problem of problems) console.error(problem);
console.log(
  `${looked} looks at ${Object.keys(popupStates).length} states, ${problems.length} problems`,
);
process.exitCode = problems.length === 0 && looked > 60 ? 0 : 1;

/** What the popup calls the state of a view. */
function stateOf({ state, isFirstUse }: PopupView): string {
  return state === 'not-webmail' && isFirstUse ? 'first-use' : state;
}

async function findProblems(page: Page): Promise<readonly string[]> {
  const overflows = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  const found: unknown = await page.evaluate(`(async () => {
    ${axe};
    const { violations } = await globalThis.axe.run(document);
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(' '));
  })()`);
  const violations = Array.isArray(found) ? found.map(String) : ['axe did not answer'];
  return overflows ? [...violations, 'is wider than its window'] : violations;
}

async function photograph(page: Page, name: string, scheme: string): Promise<void> {
  mkdirSync('artifacts/popup', { recursive: true });
  await page.setViewportSize({ width: 360, height: 600 });
  await page.screenshot({ path: `artifacts/popup/${name}-${scheme}.png`, fullPage: true });
}
