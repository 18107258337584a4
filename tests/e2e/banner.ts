import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideBrowser } from '../../tools/browsers/install.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { awaitVerdict, createProfile, launchInLab, pause, signIn } from '../lab/run-scenario.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { startLab } from '../lab/server.ts';

/**
 * Signs in with a forged session, in Chromium and in Firefox, and tries from the page to read, style, move and remove the banner; then
 * asks the browser for the notification. `--screenshots` leaves a picture of each in artifacts/banner.
 */

/** Evaluated in the page, as its own code would be. */
const attack = `(async () => {
  const problems = [];
  const rest = () => new Promise((resolve) => setTimeout(resolve, 300));
  const host = document.documentElement.firstElementChild;
  if (host?.getAttribute('popover') !== 'manual') return ['there is no banner'];
  const look = (what) => {
    const box = host.getBoundingClientRect();
    const isThere = document.documentElement.firstElementChild === host && host.matches(':popover-open');
    const isSeen = box.top === 0 && box.width > innerWidth - 30 && box.height > 40;
    const isInFront = document.elementFromPoint(innerWidth / 2, 10) === host;
    if (!isThere || !isSeen || !isInFront) {
      problems.push(what + ': ' + JSON.stringify({ isThere, isSeen, isInFront, top: box.top, width: box.width, height: box.height }));
    }
  };
  look('at first');
  if (host.shadowRoot !== null) problems.push('its tree is open');
  if (/can imitate this banner/.test(document.documentElement.innerText + host.innerHTML + host.textContent)) problems.push('its words can be read');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html > *, div, [popover] { display: none !important; opacity: 0 !important; translate: 0 -900px !important; clip-path: inset(50%) !important; height: 0 !important } @layer a { div { visibility: hidden !important } }');
  document.adoptedStyleSheets = [sheet];
  const { display, opacity, translate, clipPath, visibility } = getComputedStyle(host);
  if ([display, opacity, translate, clipPath, visibility].join() !== 'block,1,none,none,visible') problems.push('it can be styled: ' + [display, opacity, translate, clipPath, visibility].join());
  document.adoptedStyleSheets = [];
  const attempts = {
    removed: () => host.remove(),
    moved: () => document.body.append(host),
    'taken out of the top layer': () => host.hidePopover(),
    'styled by its attribute': () => { host.style.cssText = 'display: none !important'; },
    hidden: () => { host.hidden = true; },
    'made no popover': () => host.removeAttribute('popover'),
    inert: () => { host.inert = true; },
  };
  for (const [what, attempt] of Object.entries(attempts)) {
    attempt();
    await rest();
    look('after it was ' + what);
  }
  host.click();
  host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await rest();
  look('after clicks of the page');
  return problems;
})()`;

const scenario = scenarios.find(({ id }) => id === 'consumer-key-on-enterprise-token');
if (scenario === undefined) throw new Error('there is no such scenario');
let failed = 0;
for (const names of [['chromium', 'chrome', 'edge'], ['firefox']] as const) {
  const browser = await provideBrowser(names);
  const lab = await startLab();
  const profile = createProfile();
  const driver = await launchInLab(browser, lab, profile.path, true);
  try {
    await signIn(driver, lab, scenario);
    await awaitVerdict(driver, scenario);
    const problems = await check(driver, browser.name);
    failed += problems.length;
    console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${driver.version}`);
    for (const problem of problems) console.log(`        ${problem}`);
  } finally {
    await driver.close();
    profile.remove();
    await lab.close();
  }
}
process.exitCode = failed === 0 ? 0 : 1;

async function check(driver: Driver, name: string): Promise<readonly string[]> {
  await pause(500);
  if (process.argv.includes('--screenshots')) {
    mkdirSync('artifacts/banner', { recursive: true });
    await driver.screenshotPage(join('artifacts/banner', `${name}.png`), 'light');
  }
  const found = await driver.evaluate(attack);
  const told = await driver.evaluateInPopup(
    `(globalThis.browser ?? globalThis.chrome).notifications.getAll().then((all) => Object.keys(all).map((id) => id.split(':')[0]).join())`,
    'light',
  );
  return [
    ...(Array.isArray(found) ? found.map(String) : ['the page did not answer']),
    // Firefox without a display keeps no notification.
    ...(told === 'danger' || name === 'firefox' ? [] : [`notifications: “${String(told)}”`]),
  ];
}
