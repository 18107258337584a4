import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { consumerHost } from '../lab/names.ts';
import { createProfile, launchInLab } from '../lab/run-scenario.ts';
import type { Lab } from '../lab/server.ts';

/** Asked in the extension's page: what the popup of its tab says before a host is taken back, and after it. */
const takeBack = `(async () => {
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const ask = async () => {
    const { state, unseen } = await browser.runtime.sendMessage({ type: 'popup-view', tabId });
    return [state, ...unseen.map(({ providerName, reason }) => providerName + ' ' + reason)].join(', ');
  };
  const before = await ask();
  await browser.permissions.remove({ origins: ['https://${consumerHost}/*'] });
  return before + ' | ' + await ask();
})()`;

/** Before: the page is known and open. After: the browser hides its address, and the popup names the webmail that it could be. */
const expected = 'waiting | hidden, Outlook.com not-permitted';

/**
 * Takes a webmail's host back, as people can in Firefox at any time, and compares what the popup says. Null for browsers that do not let
 * an extension give back a host.
 */
export async function checkUnseen(
  { name, family, path }: FoundBrowser,
  lab: Lab,
): Promise<string | null> {
  if (family !== 'firefox') return null;
  const profile = createProfile();
  try {
    const driver = await launchInLab({ name, family, path }, lab, profile.path, true);
    try {
      // A file of the webmail's host; its mail page would go away to sign in.
      await driver.goto(`https://${consumerHost}/assets/webmail.css`);
      const said = String(await driver.evaluateInPopup(takeBack, 'light'));
      return said === expected ? '' : `it said “${said}”, expected “${expected}”`;
    } finally {
      await driver.close();
    }
  } finally {
    profile.remove();
  }
}
