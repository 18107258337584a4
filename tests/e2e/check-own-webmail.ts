import { join } from 'node:path';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { launch } from '../lab/drivers/index.ts';
import { createProfile, extensionPathOf } from '../lab/run-scenario.ts';
import type { OpenIdProvider } from '../support/openid-provider.ts';
import { createExpectations } from './expectations.ts';
import {
  addedIssuers,
  addedWebmails,
  giveHosts,
  host,
  readView,
  signInWith,
  startOwnWebmail,
  tamper,
} from './own-webmail.ts';

/**
 * Adds a webmail with a real OpenID provider to the running extension, as its options page does, and compares what the popup says of
 * genuine and of forged sign-ins, after a stop of the background, and when it is taken out again. Resolves with what went wrong.
 */
export async function checkOwnWebmail(browser: FoundBrowser): Promise<readonly string[]> {
  const webmail = await startOwnWebmail();
  const profile = createProfile();
  const extensionPath = join(profile.path, 'extension');
  giveHosts(extensionPathOf(browser), extensionPath);
  try {
    const driver = await launch(browser, {
      extensionPath,
      profilePath: join(profile.path, 'profile'),
      isHeadless: true,
      proxyPort: webmail.proxyPort,
      logPath: join(profile.path, 'browser.log'),
      spkiHash: webmail.spkiHash,
    });
    try {
      return await play(driver, webmail.provider);
    } finally {
      await driver.close();
    }
  } finally {
    await webmail.close();
    profile.remove();
  }
}

async function play(driver: Driver, provider: OpenIdProvider): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  const expectView = (when: string, view: string) => expect(when, () => readView(driver), view);
  const signIn = (idToken: string, page: string) => signInWith(driver, idToken, page);

  await driver.goto(`https://${host}/inbox`);
  await expectView('before it is added', 'first-use no verdict');
  await change(driver, { ownIssuers: addedIssuers, ownWebmails: addedWebmails });
  await expectView('when it is added', 'waiting no verdict');
  await signIn(await provider.signIn(), 'a');
  await expectView('a genuine sign-in', 'session verified offered');
  await signIn(tamper(await provider.signIn()), 'b');
  await expectView('a forged sign-in', 'session danger offered');
  await driver.stopBackground();
  await provider.rotate();
  await signIn(await provider.signIn(), 'c');
  await expectView('a stopped background and a new key', 'session verified offered');
  await change(driver, { ownIssuers: [], ownWebmails: [] });
  await expectView('when it is taken out', 'not-webmail no verdict');
  return problems;
}

const change = (driver: Driver, changes: object): Promise<unknown> =>
  driver.evaluateInExtension(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ type: 'change-settings', changes })})`,
  );
