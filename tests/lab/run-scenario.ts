import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver, PlainPage, PopupReading } from './drivers/driver.ts';
import { launch } from './drivers/index.ts';
import { mailHostOf } from './names.ts';
import type { Scenario } from './scenarios/scenario.ts';
import type { Lab } from './server.ts';

/** Longest wait for a page or a verdict; everything here takes a second or two. */
const patienceMs = 45_000;

/** A throw-away folder; its browser must have ended before it is removed. */
export function createProfile(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'countersign-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

export const extensionPathOf = ({ family }: FoundBrowser): string =>
  resolve(family === 'firefox' ? 'dist/firefox' : 'dist/chrome');

export function launchInLab(
  browser: FoundBrowser,
  lab: Lab,
  profilePath: string,
  isHeadless: boolean,
  policy?: Readonly<Record<string, unknown>>,
  blockedHosts?: readonly string[],
  before?: (page: PlainPage) => Promise<void>,
): Promise<Driver> {
  return launch(browser, {
    extensionPath: extensionPathOf(browser),
    profilePath,
    isHeadless,
    proxyPort: lab.proxyPort,
    logPath: join(profilePath, 'browser.log'),
    spkiHash: lab.spkiHash,
    ...(policy !== undefined && { policy }),
    ...(blockedHosts !== undefined && { blockedHosts }),
    ...(before !== undefined && { before }),
  });
}

/**
 * Starts a browser that nothing was ever done with, and closes it when the work is done or has failed. `before` is done before the
 * extension is there.
 * @throws PolicyUnavailable where a policy is asked for and cannot be set
 */
export async function withBrowserInLab<Value>(
  browser: FoundBrowser,
  lab: Lab,
  work: (driver: Driver) => Promise<Value>,
  policy?: Readonly<Record<string, unknown>>,
  blockedHosts?: readonly string[],
  before?: (page: PlainPage) => Promise<void>,
): Promise<Value> {
  const profile = createProfile();
  try {
    const driver = await launchInLab(
      browser,
      lab,
      profile.path,
      true,
      policy,
      blockedHosts,
      before,
    );
    try {
      return await work(driver);
    } finally {
      await driver.close();
    }
  } finally {
    profile.remove();
  }
}

export const mailUrlOf = ({ webmail }: Scenario): string => `https://${mailHostOf(webmail)}/mail/`;

/** Signs in to the scenario's webmail and waits until its page has read its mail. */
export async function signIn(driver: PlainPage, lab: Lab, scenario: Scenario): Promise<void> {
  lab.choose(scenario.id);
  await driver.goto(mailUrlOf(scenario));
  await until('the mail page has read its mail', async () => {
    // A redirect can tear the page away while it is asked.
    const state = await driver
      .evaluate(`document.querySelector('main')?.getAttribute('aria-busy')`)
      .catch(() => 'true');
    if (state === 'error') {
      throw new Error(
        String(await driver.evaluate(`document.getElementById('status').textContent`)),
      );
    }
    return state === 'false';
  });
}

/** Reads the popup until it shows the expected verdict and says what it must, or gives its last reading when the patience ends. */
export async function awaitVerdict(driver: Driver, scenario: Scenario): Promise<PopupReading> {
  let reading = await driver.readPopup();
  const endMs = Date.now() + 15_000;
  const isThere = () =>
    reading.verdict === scenario.verdict &&
    (scenario.says ?? []).every((sentence) => reading.text.includes(sentence));
  while (!isThere() && Date.now() < endMs) {
    await pause(200);
    reading = await driver.readPopup();
  }
  return reading;
}

export async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + patienceMs;
  while (!(await isTrue())) {
    if (Date.now() > endMs) throw new Error(`waited ${patienceMs / 1000} s in vain until ${what}`);
    await pause(50);
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
