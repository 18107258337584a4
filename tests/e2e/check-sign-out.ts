import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { readSessions } from '../lab/known-sessions.ts';
import { pause, signIn, until, withBrowserInLab } from '../lab/run-scenario.ts';
import { genuine } from '../lab/scenarios/genuine.ts';
import type { Lab } from '../lab/server.ts';
import { signedOutTitle } from '../lab/sign-out-pages.ts';
import { createExpectations } from './expectations.ts';

/**
 * What the popup says of the page in front and of sessions elsewhere: the verified one, and what came with it that nobody can read. The
 * time of an end is another one each time.
 */
const popupSays = `(() => {
  const { state } = document.querySelector('main').dataset;
  const lines = [...document.querySelectorAll('.other-session')];
  if (lines.length === 0) return state;
  const isEnded = (line) => line?.dataset.ended === 'true' && /^Ended .*\\d/m.test(line.innerText);
  const verified = lines.find((line) => line.dataset.verdict === 'verified');
  return [state, isEnded(verified) ? 'ended' : 'not ended', lines.every(isEnded) ? 'all ended' : 'others go on'].join(', ');
})()`;

/** What the inspector says of the one session that it shows. */
const inspectorSays = `(() => {
  const session = document.querySelector('.session');
  if (session === null) return 'nothing yet';
  const labels = [...session.querySelectorAll('.session-facts-list dt')].map((label) => label.innerText);
  return [
    session.dataset.verdict,
    labels.includes('Ended') ? 'says when it ended' : 'says no end',
    session.innerText.includes('It ended because somebody signed out.') ? 'says why' : 'says no reason',
  ].join(', ');
})()`;

/**
 * Signs in, signs out as the client library does, by the sign-in service's own address, and signs in again: popup and inspector must
 * say that the session has ended, a stop of the background must not change that, and a later use of it must take it back.
 */
export async function checkSignOut(browser: FoundBrowser, lab: Lab): Promise<readonly string[]> {
  return withBrowserInLab(browser, lab, (driver) => play(driver, lab));
}

async function play(driver: Driver, lab: Lab): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  const readPopup = async () => String(await driver.evaluateInPopup(popupSays, 'light'));
  const readInspector = async () => {
    const sessions = await readSessions(driver);
    const session = sessions.find(({ verdict }) => verdict === 'verified');
    const path = `src/inspector/index.html#session=${encodeURIComponent(session?.id ?? '')}`;
    return driver.visitOwnPage(path, { width: 1180, height: 860 }, async (page) => {
      await until('the inspector shows the session', async () =>
        Boolean(await page.evaluate(`document.querySelector('.session') !== null`)),
      );
      return String(await page.evaluate(inspectorSays));
    });
  };

  await signIn(driver, lab, genuine);
  await expect('before the sign-out, the popup', readPopup, 'session');
  const goesOn = 'verified, says no end, says no reason';
  await expect('before the sign-out, the inspector', readInspector, goesOn);
  await driver.evaluate(`document.getElementById('sign-out').click()`);
  await until('the sign-in service says that the person is signed out', async () => {
    // A redirect can tear the page away while it is asked.
    const title = await driver.evaluate('document.title').catch(() => '');
    return title === signedOutTitle;
  });
  const isOver = 'not-webmail, ended, all ended';
  await expect('after the sign-out, the popup', readPopup, isOver);
  const hasEnded = 'verified, says when it ended, says why';
  await expect('after the sign-out, the inspector', readInspector, hasEnded);
  await driver.stopBackground();
  await expect('after a stop of the background, the popup', readPopup, isOver);
  // Tokens say in whole seconds when they were issued, and what was under way at the sign-out is no later use.
  await pause(1_000);
  await signIn(driver, lab, genuine);
  await expect('after the next sign-in, the popup', readPopup, 'session');
  await expect('after the next sign-in, the inspector', readInspector, goesOn);
  return problems;
}
