import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { PolicyUnavailable } from '../lab/drivers/chromium-policy.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { consumerHost, workHost } from '../lab/names.ts';
import { signIn, withBrowserInLab } from '../lab/run-scenario.ts';
import { consumerKeyOnEnterpriseToken } from '../lab/scenarios/consumer-key-on-enterprise-token.ts';
import type { Lab } from '../lab/server.ts';
import { createExpectations } from './expectations.ts';
import type { LeftOut } from './left-out.ts';

/** A page of a webmail that stays open to the extension; its mail page would go away to sign in. */
const openUrl = `https://${consumerHost}/assets/webmail.css`;

/** What popup and button say of the page's tab. Asked in the popup's own page. */
const said = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const { state, verdict = 'no verdict' } = document.querySelector('main').dataset;
  const text = document.body.innerText;
  return [
    state,
    verdict,
    /\\bOutlook\\b(?!\\.com)/.test(text) ? 'names it' : 'does not name it',
    /not being checked|Nothing on it is checked/.test(text) ? 'says that it is not checked' : 'says nothing of a check',
    /ask your IT department/.test(text) ? 'says who can change it' : 'says no way out',
    await api.action.getTitle({ tabId }),
  ].join(' | ');
})()`;

const saidWhileOpen = [
  'waiting',
  'no verdict',
  'does not name it',
  'says nothing of a check',
  'says no way out',
  'Countersign: nothing to check on this page',
].join(' | ');

/** Chromium hides the address of such a page, Firefox does not. */
const saidWhenClosed = {
  chromium: ['hidden', 'Countersign cannot see which page this is, and checks nothing on it'],
  firefox: [
    'site-closed',
    'Countersign is kept from Outlook on this page, so nothing on it is checked',
  ],
} as const;

/**
 * Has an organisation's real policy keep a webmail from the extension (`runtime_blocked_hosts`), and signs in there with a forged
 * session: popup and button must say that it is not being checked and who can change that, also after a stop of the background.
 */
export async function checkClosed(
  browser: FoundBrowser,
  lab: Lab,
): Promise<readonly string[] | LeftOut> {
  const work = (driver: Driver) => play(driver, lab, browser.family);
  try {
    return await withBrowserInLab(browser, lab, work, undefined, [workHost]);
  } catch (error) {
    if (error instanceof PolicyUnavailable) return { leftOut: error.message };
    throw error;
  }
}

async function play(
  driver: Driver,
  lab: Lab,
  family: FoundBrowser['family'],
): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  const read = async () => String(await driver.evaluateInPopup(said, 'light'));
  await driver.goto(openUrl);
  await expect('of a webmail that is open', read, saidWhileOpen);
  await signIn(driver, lab, consumerKeyOnEnterpriseToken);
  const [state, title] = saidWhenClosed[family];
  const saidNow = [
    state,
    'no verdict',
    'names it',
    'says that it is not checked',
    'says who can change it',
    title,
  ].join(' | ');
  await expect('of a webmail that is closed', read, saidNow);
  await driver.stopBackground();
  await expect('after a stop of the background', read, saidNow);
  return problems;
}
