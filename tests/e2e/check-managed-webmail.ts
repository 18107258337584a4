import { join } from 'node:path';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { PolicyUnavailable } from '../lab/drivers/chromium-policy.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { launch } from '../lab/drivers/index.ts';
import { createProfile, extensionPathOf, until } from '../lab/run-scenario.ts';
import type { OpenIdProvider } from '../support/openid-provider.ts';
import { createExpectations, type Expectations } from './expectations.ts';
import type { LeftOut } from './left-out.ts';
import {
  addedIssuers,
  addedWebmails,
  giveHosts,
  host,
  knownUrl,
  type OwnWebmail,
  readView,
  signInHost,
  signInWith,
  startOwnWebmail,
  tamper,
  webmailName,
} from './own-webmail.ts';

/** The webmails that the popup says are not being checked, each with its reason and its button. */
const unseen = `[...document.querySelectorAll('.unseen li')].map((line) =>
  [line.querySelector('span').innerText, line.dataset.reason, line.querySelector('button')?.innerText ?? 'no button'].join(', ')).join('; ')`;

const allowButton = '.unseen button';

/**
 * Has an organisation's real policy add a webmail with an issuer of its own. No policy gives its hosts: the popup must say that it is not
 * being checked and ask for exactly them. When the person gave them, a genuine sign-in and a forged one must be told as what they are.
 */
export async function checkManagedWebmail(
  browser: FoundBrowser,
): Promise<readonly string[] | LeftOut> {
  const webmail = await startOwnWebmail();
  const { provider } = webmail;
  const { problems, expect } = createExpectations();
  try {
    if (browser.family === 'firefox') {
      await withPolicy(browser, webmail, false, async (driver) => {
        await playUnseen(driver, provider, expect);
        await allowByClick(driver);
        await playSeen(driver, provider, expect);
      });
    } else {
      // No program can answer the question that a click brings up in Chromium, so the second half has a copy that was given the hosts.
      await withPolicy(browser, webmail, false, (driver) => playUnseen(driver, provider, expect));
      await withPolicy(browser, webmail, true, (driver) => playSeen(driver, provider, expect));
    }
    return problems;
  } catch (error) {
    if (error instanceof PolicyUnavailable) return { leftOut: error.message };
    throw error;
  } finally {
    await webmail.close();
  }
}

async function withPolicy(
  browser: FoundBrowser,
  { proxyPort, spkiHash }: OwnWebmail,
  hasHosts: boolean,
  work: (driver: Driver) => Promise<void>,
): Promise<void> {
  const profile = createProfile();
  const copy = join(profile.path, 'extension');
  try {
    if (hasHosts) giveHosts(extensionPathOf(browser), copy);
    const driver = await launch(browser, {
      extensionPath: hasHosts ? copy : extensionPathOf(browser),
      profilePath: profile.path,
      isHeadless: true,
      proxyPort,
      logPath: join(profile.path, 'browser.log'),
      spkiHash,
      policy: { issuers: addedIssuers, webmails: addedWebmails },
    });
    try {
      await work(driver);
    } finally {
      await driver.close();
    }
  } finally {
    profile.remove();
  }
}

async function playUnseen(
  driver: Driver,
  provider: OpenIdProvider,
  expect: Expectations['expect'],
): Promise<void> {
  await driver.goto(knownUrl);
  await expect('of another webmail', () => readView(driver), 'waiting no verdict');
  await signInWith(driver, tamper(await provider.signIn()), 'a');
  await expect('before the hosts are given', () => readView(driver), 'hidden no verdict');
  const asked = `${webmailName}, not-permitted, Allow on ${webmailName}`;
  const readUnseen = async () => String(await driver.evaluateInPopup(unseen, 'light'));
  await expect('the webmails that are not being checked', readUnseen, asked);
}

async function playSeen(
  driver: Driver,
  provider: OpenIdProvider,
  expect: Expectations['expect'],
): Promise<void> {
  const expectView = (when: string, view: string) => expect(when, () => readView(driver), view);
  await signInWith(driver, await provider.signIn(), 'b');
  await expectView('a genuine sign-in', 'session verified offered');
  await signInWith(driver, tamper(await provider.signIn()), 'c');
  await expectView('a forged sign-in', 'session danger offered');
  await driver.stopBackground();
  await provider.rotate();
  await signInWith(driver, await provider.signIn(), 'd');
  await expectView('a stopped background and a new key', 'session verified offered');
}

/** As a person does in the popup, where Firefox is told not to ask. */
async function allowByClick(driver: Driver): Promise<void> {
  const size = { width: 360, height: 600 };
  await driver.visitOwnPage('src/popup/index.html?tab={tab}', size, async (page) => {
    const isThere = `document.querySelector('${allowButton}') !== null`;
    await until('the popup asks', async () => (await page.evaluate(isThere)) === true);
    await page.click(allowButton);
    const origins = JSON.stringify([host, signInHost].map((name) => `https://${name}/*`));
    const isGiven = `browser.permissions.contains({ origins: ${origins} })`;
    await until('the hosts are given', async () => (await page.evaluate(isGiven)) === true);
  });
}
