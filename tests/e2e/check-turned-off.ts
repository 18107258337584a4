import { createHash } from 'node:crypto';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { keptExpression } from '../lab/left-behind.ts';
import { awaitVerdict, signIn, until, withBrowserInLab } from '../lab/run-scenario.ts';
import { consumerKeyOnEnterpriseToken as forged } from '../lab/scenarios/consumer-key-on-enterprise-token.ts';
import { genuine } from '../lab/scenarios/genuine.ts';
import type { Lab } from '../lab/server.ts';

const webmail = 'outlook-work';
const fingerprintOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/**
 * Turns a webmail off by the switch in the options, uses a forged session in it, of which nothing may be known, and turns it on again:
 * then the forged session must be found.
 */
export async function checkTurnedOff(browser: FoundBrowser, lab: Lab): Promise<readonly string[]> {
  return withBrowserInLab(browser, lab, (driver) => play(driver, lab));
}

async function play(driver: Driver, lab: Lab): Promise<readonly string[]> {
  await signIn(driver, lab, genuine);
  const before = await awaitVerdict(driver, genuine);
  await turn(driver, false);
  await until(
    'the popup says that it is off',
    async () => (await stateOf(driver)) === 'turned-off',
  );
  const known = lab.issuedTokens.length;
  await signIn(driver, lab, forged);
  const off = await driver.readPopup();
  const kept = String(await driver.evaluateInExtension(keptExpression));
  const used = lab.issuedTokens.slice(known);
  await turn(driver, true);
  await signIn(driver, lab, forged);
  const after = await awaitVerdict(driver, forged);
  return [
    ...(before.verdict === 'verified' ? [] : [`at first it said ${before.verdict}`]),
    ...(off.state === 'turned-off' && off.verdict === null
      ? []
      : [`turned off it said ${off.state}, ${off.verdict}`]),
    ...(used.length > 0 ? [] : ['no token was used while it was off']),
    ...(used.some((token) => kept.includes(fingerprintOf(token)))
      ? ['a token of a webmail that is off was looked at']
      : []),
    ...(after.verdict === 'danger' ? [] : [`turned on again it said ${after.verdict}`]),
  ];
}

const stateOf = async (driver: Driver): Promise<string> => (await driver.readPopup()).state;

/** By the switch on the page, as a person does it. */
async function turn(driver: Driver, isOn: boolean): Promise<void> {
  const field = `document.getElementById('webmail-${webmail}')`;
  const said = `document.querySelector('[data-webmail="${webmail}"] .webmail-state')?.textContent`;
  await driver.visitOwnPage(
    'src/options/index.html',
    { width: 1180, height: 860 },
    async (page) => {
      await until(
        'the options are there',
        async () => (await page.evaluate(`${field} !== null`)) === true,
      );
      const before = await page.evaluate(said);
      if ((await page.evaluate(`${field}.checked`)) === isOn) throw new Error('it was so already');
      await page.evaluate(`${field}.click()`);
      await until('the choice is kept', async () => (await page.evaluate(said)) !== before);
    },
  );
}
