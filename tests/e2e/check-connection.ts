import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { authorityName } from '../lab/certificates.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { signIn, until, withBrowserInLab } from '../lab/run-scenario.ts';
import { genuine } from '../lab/scenarios/genuine.ts';
import type { Lab } from '../lab/server.ts';
import { createExpectations } from './expectations.ts';
import type { LeftOut } from './left-out.ts';

/** What popup and background say of the way of the key documents; a check that passed or did not apply is no finding. */
const said = `(async () => {
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const { here } = await browser.runtime.sendMessage({ type: 'popup-view', tabId });
  const of = (inspection) => inspection.outcomes.find(({ rule }) => rule === 'connection-interposed');
  const outcomes = here.flatMap(({ inspections }) => inspections).map(of).filter((one) => one !== undefined);
  const found = outcomes.find(({ outcome }) => outcome === 'fail');
  const authority = found?.evidence.find(({ name }) => name === 'authority')?.value;
  const line = document.querySelector('[data-rule="connection-interposed"]');
  return [
    document.querySelector('main').dataset.verdict ?? 'no verdict',
    found?.severity ?? [...new Set(outcomes.map(({ outcome }) => outcome))].join(),
    authority ?? 'names nobody',
    line?.dataset.outcome === 'fail' ? 'in the popup' : 'not in the popup',
  ].join(', ');
})()`;

/**
 * Looks who vouches for the connections to key servers: not before the person wants it, then of the lab's own authority, as one that is
 * not known and as one that somebody added to the browser, as inspecting proxies are.
 */
export async function checkConnection(
  browser: FoundBrowser,
  lab: Lab,
): Promise<readonly string[] | LeftOut> {
  if (browser.family !== 'firefox') {
    return { leftOut: 'it tells extensions nothing of certificates' };
  }
  return withBrowserInLab(browser, lab, (driver) => play(driver, lab));
}

async function play(driver: Driver, lab: Lab): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  const read = async () => String(await driver.evaluateInPopup(said, 'light'));
  await signIn(driver, lab, genuine);
  const nothing = 'verified, not-applicable, names nobody, not in the popup';
  await expect('before the person wants it', read, nothing);
  await driver.startAnew?.();
  await turnOn(driver);
  await signIn(driver, lab, genuine);
  const unknown = 'attention, attention, names nobody, in the popup';
  await expect('with an authority that nobody knows', read, unknown);
  await driver.startAnew?.();
  await driver.trustAuthority?.(lab.authority);
  await turnOn(driver);
  await signIn(driver, lab, genuine);
  const added = `verified, note, ${authorityName}, in the popup`;
  await expect('with an authority that somebody added', read, added);
  return problems;
}

/** As a person does: a click on the switch, upon which the browser gives the permission. */
async function turnOn(driver: Driver): Promise<void> {
  await driver.visitOwnPage(
    'src/options/index.html',
    { width: 1180, height: 860 },
    async (page) => {
      const isThere = `document.getElementById('check-connections') !== null`;
      await until('the switch is there', async () => (await page.evaluate(isThere)) === true);
      await page.click('#check-connections');
      const isOn = `browser.runtime.sendMessage({ type: 'settings' }).then(({ checkConnections }) => checkConnections)`;
      await until('the switch is on', async () => (await page.evaluate(isOn)) === true);
    },
  );
}
