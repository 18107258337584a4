import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { mailUrlOf, pause, until, withBrowserInLab } from '../lab/run-scenario.ts';
import { consumerKeyOnEnterpriseToken as forged } from '../lab/scenarios/consumer-key-on-enterprise-token.ts';
import type { Lab } from '../lab/server.ts';

const policy = {
  blockOnDanger: true,
  blockMayContinue: true,
  supportContact: { name: 'Contoso Service Desk', phone: '+1 206 555 0100' },
};
/** A webmail that is closed again is closed by then. */
const restMs = 2_000;

/**
 * Uses a forged session where an organisation closes such webmails and lets people go on: the tab must be taken to the page that says why,
 * the way on must take two deliberate steps, and the webmail must then stay open and be called forged as before.
 * @throws PolicyUnavailable
 */
export async function checkGoOn(browser: FoundBrowser, lab: Lab): Promise<readonly string[]> {
  return withBrowserInLab(browser, lab, (driver) => play(driver, lab), policy);
}

const button = `document.querySelector('.blocked-go-on button')`;

async function play(driver: Driver, lab: Lab): Promise<readonly string[]> {
  const read = (expression: string) => driver.evaluate(expression).catch(() => null);
  const { hostname } = new URL(mailUrlOf(forged));
  const isAtWebmail = async () => (await read('location.hostname')) === hostname;
  lab.choose(forged.id);
  // The tab can be taken away while the page loads.
  await driver.goto(mailUrlOf(forged)).catch(() => undefined);
  await until(
    'the tab shows why it was closed',
    async () => (await read(`${button} !== null`)) === true,
  );
  const said = String(await read('document.body.innerText'));
  await read(
    `(() => { document.querySelector('.blocked-go-on').open = true; ${button}.click(); })()`,
  );
  await until(
    'it asks for the tick',
    async () => String(await read(`document.querySelector('.blocked-problem').textContent`)) !== '',
  );
  const leftTooEarly = await isAtWebmail();
  await read(`document.querySelector('.blocked-go-on input').click()`);
  await pause(100);
  await read(`${button}.click()`);
  await until('the tab is at the webmail again', isAtWebmail);
  await until(
    'it has read its mail',
    async () =>
      (await read(`document.querySelector('main')?.getAttribute('aria-busy')`)) === 'false',
  );
  await pause(restMs);
  const stays = await isAtWebmail();
  const { verdict } = await driver.readPopup();
  return [
    ...(said.includes(policy.supportContact.phone) ? [] : ['the page does not say whom to call']),
    ...(leftTooEarly ? ['it went on without a tick'] : []),
    ...(stays ? [] : ['it was closed again']),
    ...(verdict === 'danger' ? [] : [`the popup said ${verdict} afterwards`]),
  ];
}
