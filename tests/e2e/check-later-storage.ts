import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { readSessions } from '../lab/known-sessions.ts';
import { keptExpression } from '../lab/left-behind.ts';
import { awaitVerdict, pause, signIn, until, withBrowserInLab } from '../lab/run-scenario.ts';
import { msalPopupLocalGenuine as genuine } from '../lab/scenarios/msal-popup-local-genuine.ts';
import type { Lab } from '../lab/server.ts';

/** Later than every look at a page's storage that comes with its loading, milliseconds. */
const laterMs = 8_000;

/** From now on the page counts whoever reads its storage by its own functions. */
const setTraps = `(() => {
  globalThis.readings = 0;
  for (const name of ['getItem', 'key']) {
    const real = Storage.prototype[name];
    Storage.prototype[name] = function (...args) { readings++; return real.apply(this, args); };
  }
  const { get } = Object.getOwnPropertyDescriptor(Storage.prototype, 'length');
  Object.defineProperty(Storage.prototype, 'length', { get() { readings++; return get.call(this); } });
})()`;

/** Opened once, the popup must come to say so by itself. */
const awaitDanger = `(async () => {
  const said = () => document.querySelector('main')?.dataset.verdict ?? 'nothing';
  const endMs = Date.now() + 10_000;
  while (said() !== 'danger' && Date.now() < endMs) await new Promise((resolve) => setTimeout(resolve, 50));
  return said();
})()`;

/**
 * Puts a forged token into the storage of a verified session's page, long after it has loaded, and does nothing else: the popup must find it
 * when it is opened, and the page must not notice. What the client library keeps encrypted stays so: its key, in a cookie, is known to
 * nobody.
 */
export async function checkLaterStorage(
  browser: FoundBrowser,
  lab: Lab,
): Promise<readonly string[]> {
  return withBrowserInLab(browser, lab, (driver) => play(driver, lab));
}

async function play(driver: Driver, lab: Lab): Promise<readonly string[]> {
  const problems: string[] = [];
  const must = (isSo: boolean, problem: string) => void (isSo || problems.push(problem));
  const isFound = async () =>
    (await readSessions(driver)).some(({ verdict }) => verdict === 'danger');

  await signIn(driver, lab, genuine);
  const { verdict } = await awaitVerdict(driver, genuine);
  must(verdict === 'verified', `the popup says “${verdict}” of the genuine session`);
  const key = await driver.evaluate(
    `/msal\\.cache\\.encryption=.*?key%22%3A%22([\\w-]{20,})/.exec(document.cookie)?.[1] ?? ''`,
  );
  const kept = String(await driver.evaluateInExtension(keptExpression));
  must(typeof key === 'string' && key !== '', 'the client library has set no key');
  must(!kept.includes(String(key)), 'the extension keeps the key of the encrypted cache');
  await until('the page is old', async () =>
    Boolean(await driver.evaluate(`performance.now() > ${laterMs}`)),
  );
  await driver.evaluate(setTraps);
  const [forged = ''] = await lab.mint('consumer', 1);
  await driver.evaluate(`localStorage.setItem('later', ${JSON.stringify(forged)})`);
  await pause(1_500);
  must(
    !(await isFound()),
    'the forged token was found before anybody asked, so this shows nothing',
  );
  const said = await driver.evaluateInPopup(awaitDanger, 'light');
  must(said === 'danger', `the popup, once opened, goes on to say “${said}”`);
  const noticed = await driver.evaluate('readings');
  must(noticed === 0, `the page noticed ${noticed} looks at its storage`);
  const noticesItself = await driver.evaluate(`localStorage.getItem('later') && readings`);
  must(noticesItself === 1, 'the page’s traps notice nothing at all');
  return problems;
}
