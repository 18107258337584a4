import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { consumerHost } from '../lab/names.ts';
import { createProfile, launchInLab } from '../lab/run-scenario.ts';
import type { Lab } from '../lab/server.ts';
import type { LeftOut } from './left-out.ts';

/** A file of the webmail's host; its mail page would go away to sign in. */
const webmailUrl = `https://${consumerHost}/assets/webmail.css`;

/** What popup and button say of the page's tab. Asked in a page of the extension. */
const said = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const { state, unseen } = await api.runtime.sendMessage({ type: 'popup-view', tabId });
  const isNamed = unseen.some(({ providerName, reason }) => providerName === 'Outlook.com' && reason === 'not-permitted');
  const [title, badge] = await Promise.all([api.action.getTitle({ tabId }), api.action.getBadgeText({ tabId })]);
  return [state, isNamed ? 'named' : 'not named', title, badge].join(' | ');
})()`;

/** A sign of a genuine session, as one that was seen before would have left it. */
const makeGreen = `(async () => {
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  await browser.action.setBadgeText({ tabId, text: '\u2713' });
})()`;

const takeBackInFirefox = `browser.permissions.remove({ origins: ['https://${consumerHost}/*'] })`;

/** Asked in Chromium's own page of extensions: what its menu “This can read and change site data: when you click” does. */
const takeBackInChromium = `(async () => {
  const all = await new Promise((resolve) => chrome.developerPrivate.getExtensionsInfo({}, resolve));
  const own = all.find(({ name }) => name.startsWith('Countersign'));
  await new Promise((resolve) =>
    chrome.developerPrivate.updateExtensionConfiguration({ extensionId: own.id, hostAccess: 'ON_CLICK' }, resolve));
})()`;

/** Before: the page is known and open. After: the browser hides its address, and the popup names the webmail that it could be. */
const expectedBefore = 'waiting | not named | ';
const expectedAfter =
  'hidden | named | Countersign cannot see which page this is, and checks nothing on it | ';

/** Takes a webmail's host back, as people can at any time, and compares what popup and button say. */
export async function checkUnseen(
  { name, family, path }: FoundBrowser,
  lab: Lab,
): Promise<readonly string[] | LeftOut> {
  if (name === 'edge') return { leftOut: 'its own page for it is another one' };
  const profile = createProfile();
  try {
    const driver = await launchInLab({ name, family, path }, lab, profile.path, true);
    try {
      await driver.goto(webmailUrl);
      const before = await ask(driver);
      if (!before.startsWith(expectedBefore)) return [`at first it said “${before}”`];
      if (family === 'firefox') {
        await driver.evaluateInPopup(makeGreen, 'light');
        await driver.evaluateInPopup(takeBackInFirefox, 'light');
      } else {
        await driver.goto('chrome://extensions');
        await driver.evaluate(takeBackInChromium);
        await driver.goto(webmailUrl);
      }
      const endMs = Date.now() + 10_000;
      let after = await ask(driver);
      while (after !== expectedAfter && Date.now() < endMs) after = await ask(driver);
      return after === expectedAfter ? [] : [`it said “${after}”, expected “${expectedAfter}”`];
    } finally {
      await driver.close();
    }
  } finally {
    profile.remove();
  }
}

const ask = async (driver: Driver): Promise<string> =>
  String(await driver.evaluateInPopup(said, 'light'));
