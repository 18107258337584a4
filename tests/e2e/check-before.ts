import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver, PlainPage } from '../lab/drivers/driver.ts';
import { awaitVerdict, mailUrlOf, signIn, withBrowserInLab } from '../lab/run-scenario.ts';
import { cookieForged } from '../lab/scenarios/cookie-forged.ts';
import type { Lab } from '../lab/server.ts';

const fingerprintOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Two forged tokens, and how many events there were in the lab when both were in their place. */
interface Kept {
  readonly inCookie: string;
  readonly inStorage: string;
  readonly events: number;
}

/**
 * Opens a webmail in a browser without the extension, with one forged token in a cookie and another one in session storage, and gives it
 * the extension then: while the page does nothing more, its popup must call both forged, each through the door behind which it is.
 */
export async function checkBefore(browser: FoundBrowser, lab: Lab): Promise<readonly string[]> {
  let kept: Kept | null = null;
  const before = async (page: PlainPage) => {
    kept = await keepBoth(page, lab);
  };
  const work = (driver: Driver) => compare(driver, lab, kept);
  return withBrowserInLab(browser, lab, work, undefined, undefined, before);
}

async function keepBoth(page: PlainPage, lab: Lab): Promise<Kept> {
  await signIn(page, lab, cookieForged);
  const inCookie = lab.issuedTokens.at(-1) ?? '';
  const [inStorage = ''] = await lab.mint('consumer', 1);
  await page.evaluate(`sessionStorage.setItem('kept', ${JSON.stringify(inStorage)})`);
  return { inCookie, inStorage, events: lab.events.length };
}

async function compare(driver: Driver, lab: Lab, kept: Kept | null): Promise<readonly string[]> {
  if (kept === null) return ['the page was not opened before the extension was there'];
  const { verdict } = await awaitVerdict(driver, cookieForged);
  const seen = v.parse(seenSchema, JSON.parse(String(await driver.evaluateInPopup(ask, 'light'))));
  const isFound = (token: string, source: string) =>
    seen.some(
      (one) =>
        one.fingerprint === fingerprintOf(token) &&
        one.source === source &&
        one.verdict === 'danger',
    );
  const { hostname } = new URL(mailUrlOf(cookieForged));
  const hasAsked = lab.events.slice(kept.events).some(({ host }) => host === hostname);
  return [
    ...(verdict === 'danger' ? [] : [`the popup said ${verdict}`]),
    ...(isFound(kept.inCookie, 'cookie') ? [] : ['the token in the cookie was not found there']),
    ...(isFound(kept.inStorage, 'web-storage')
      ? []
      : ['the token in session storage was not found there']),
    ...(hasAsked ? ['the page asked its webmail for something meanwhile'] : []),
  ];
}

const seenSchema = v.array(
  v.object({ fingerprint: v.string(), source: v.string(), verdict: v.string() }),
);

/** Asked in the popup's page: where each token of the page's sessions was seen. */
const ask = `(async () => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const { here } = await runtime.sendMessage({ type: 'popup-view', tabId });
  return JSON.stringify(here.flatMap(({ inspections }) => inspections));
})()`;
