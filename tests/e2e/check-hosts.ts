import { providers } from '../../src/core/index.ts';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import {
  type Driver,
  type OwnPage,
  type PopupReading,
  readPopupExpression,
} from '../lab/drivers/driver.ts';
import { parsePopup } from '../lab/drivers/parse.ts';
import { hostSessionPath } from '../lab/host-session.ts';
import { readSessions } from '../lab/known-sessions.ts';
import { workHost } from '../lab/names.ts';
import { withBrowserInLab } from '../lab/run-scenario.ts';
import { genuine } from '../lab/scenarios/genuine.ts';
import type { Lab } from '../lab/server.ts';
import { cloudWebmails } from '../support/cloud-webmails.ts';
import { createCloudTokens } from './cloud-tokens.ts';
import { createExpectations } from './expectations.ts';

/**
 * Goes to every host of every webmail of the registry, in one browser, and begins a session there. What must be said of it follows from
 * the webmail's data (`promisedOf`): where a cloud's key mark or issuer name was never confirmed, a session that has another one is “could
 * not check” and never an alarm, and a forged one is found nevertheless.
 */
export const checkHosts = (browser: FoundBrowser, lab: Lab): Promise<readonly string[]> =>
  withBrowserInLab(browser, lab, async (driver) => {
    // Its key servers answer as usual.
    lab.choose(genuine.id);
    await driver.goto(pageOf(workHost));
    // A tab for each of a hundred looks would take half of the time.
    return driver.visitOwnPage(
      `${popupPath}?tab={tab}`,
      { width: 360, height: 600 },
      async (page) => {
        const read = await createReader(page);
        return [...(await playClouds(driver, lab, read)), ...(await playOpaque(driver, read))];
      },
    );
  });

const popupPath = 'src/popup/index.html';

/** What the popup says; each time it is loaded anew, so that nothing of the page before stands in it. */
type Read = () => Promise<PopupReading>;

async function createReader(page: OwnPage): Promise<Read> {
  const tab = String(await page.evaluate('location.search'));
  return async () => {
    await page.open(`${popupPath}${tab}`);
    await page.evaluate(isDrawn);
    return parsePopup(await page.evaluate(readPopupExpression));
  };
}

const isDrawn = `(async () => {
  while (document.querySelector('main[data-state]:not([data-state="loading"])') === null) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
})()`;

/** Sessions of signed tokens: genuine and forged ones at each host, and on the first host of each webmail what is rare. */
async function playClouds(driver: Driver, lab: Lab, read: Read): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  const say = (when: string, verdict: string) =>
    expect(when, async () => describe(await read()), `session ${verdict}`);
  for (const webmail of cloudWebmails) {
    const { hosts, apiHosts } = webmail.provider;
    const tokens = createCloudTokens(lab, webmail);
    const [first = ''] = hosts;
    for (const { form, promised } of tokens.forms) {
      if (promised.otherMark !== null) {
        await driver.goto(pageOf(first));
        await send(driver, await tokens.otherMark(form), [first]);
        await say(`${first}, ${form.id}, a key with another mark`, promised.otherMark);
      }
      await driver.goto(pageOf(first));
      await send(driver, await tokens.foreignKey(form), [first]);
      await say(`${first}, ${form.id}, another population’s key`, promised.foreignKey);
    }
    for (const [index, host] of hosts.entries()) {
      await driver.goto(pageOf(host));
      for (const { form } of tokens.forms) {
        await send(driver, await tokens.genuine(form), [host, ...apiHosts]);
      }
      await say(`${host}, genuine`, 'verified');
      const forged = tokens.forms[index % tokens.forms.length];
      if (forged === undefined) throw new Error(`${host} has no tokens`);
      await send(driver, await tokens.changed(forged.form), [host]);
      await say(`${host}, ${forged.form.id}, changed`, forged.promised.changed);
    }
  }
  return [...problems, ...(await findUnseen(driver))];
}

/** Sentences about hosts, interfaces too, at which no token was seen. */
async function findUnseen(driver: Driver): Promise<readonly string[]> {
  const sessions = await readSessions(driver);
  const seen = new Set(
    sessions.flatMap(({ tokens }) =>
      tokens.flatMap(({ places }) => places.map(({ host }) => host)),
    ),
  );
  return cloudWebmails
    .flatMap(({ provider }) => [...provider.hosts, ...provider.apiHosts])
    .filter((host) => !seen.has(host))
    .map((host) => `no token was seen at ${host}`);
}

/** Sessions of cookies: that nobody but the provider can check them must be said at each host, and how many are there. */
async function playOpaque(driver: Driver, read: Read): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  for (const { hosts, sessionCookies = [] } of providers.filter(({ isOpaque }) => isOpaque)) {
    const cookies = sessionCookies.length === 0 ? 'unknown' : String(sessionCookies.length);
    for (const host of hosts) {
      await driver.goto(pageOf(host));
      const readCookies = async () => {
        const reading = await read();
        const count = /Session cookies that are there: (\d+)/.exec(reading.text)?.[1];
        return `${describe(reading)}, cookies: ${count ?? 'unknown'}`;
      };
      await expect(host, readCookies, `opaque not-inspected, cookies: ${cookies}`);
    }
  }
  return problems;
}

const pageOf = (host: string) => `https://${host}${hostSessionPath}`;

const describe = ({ state, verdict }: PopupReading) => `${state} ${verdict ?? 'no verdict'}`;

/** Has the page in front use a token at these hosts, and waits for their answers. */
async function send(driver: Driver, token: string, hosts: readonly string[]): Promise<void> {
  const isServed = await driver.evaluate(`Promise.all(${JSON.stringify(hosts)}.map(async (host) =>
    (await fetch('https://' + host + '/api/mail', { headers: { authorization: 'Bearer ${token}' } })).ok,
  )).then((all) => all.every(Boolean))`);
  if (isServed !== true) throw new Error(`the mail service at ${hosts[0]} did not answer`);
}
