import { readFileSync } from 'node:fs';
import { provideBrowser } from '../../tools/browsers/install.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { awaitVerdict, createProfile, launchInLab, pause, signIn } from '../lab/run-scenario.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { startLab } from '../lab/server.ts';
import { hasTrace } from '../lab/token-traces.ts';
import { findViolations, type Schema } from '../support/json-schema.ts';

/**
 * Signs in with a forged session in Chromium and in Firefox, saves the evidence, and removes the session: the evidence must fit its schema
 * and hold no part of a token, and nothing of the session may be left in the browser.
 */

/** Evaluated in the page: keeps something in every place there is. */
const keep = `(async () => {
  localStorage.setItem('kept', 'x');
  sessionStorage.setItem('kept', 'x');
  document.cookie = 'kept=x; path=/; secure';
  document.cookie = 'deep=x; path=/mail/deep; secure';
  document.cookie = 'partitioned=x; path=/; secure; samesite=none; partitioned';
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('kept');
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = reject;
  });
  await (await caches.open('kept')).put('/kept', new Response('x'));
})()`;

/** Evaluated in the page: what of that is there. */
const list = `(async () => [
  ...Object.keys(localStorage).filter((name) => name === 'kept'),
  ...Object.keys(sessionStorage).filter((name) => name === 'kept'),
  ...document.cookie.split('; ').filter((cookie) => /^(kept|deep|partitioned)=/.test(cookie)),
  ...(await indexedDB.databases()).map(({ name }) => 'database ' + name).filter((name) => name.endsWith('kept')),
  ...(await caches.keys()).map((name) => 'cache ' + name),
].join())()`;

const ask = (message: string) => `(async () => {
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const { runtime, cookies } = globalThis.browser ?? globalThis.chrome;
  const { here } = await runtime.sendMessage({ type: 'popup-view', tabId });
  const answer = await runtime.sendMessage(${message});
  const left = await cookies.getAll({ domain: new URL(here[0] ? 'https://outlook.office.com' : location.href).hostname, partitionKey: {} });
  return JSON.stringify({ answer, left: left.map(({ name, path }) => name + ' ' + path) });
})()`;

const scenario = scenarios.find(({ id }) => id === 'consumer-key-on-enterprise-token');
if (scenario === undefined) throw new Error('there is no such scenario');
const schema: Schema = JSON.parse(readFileSync('docs/evidence.schema.json', 'utf8'));
let failed = 0;
for (const names of [['chromium', 'chrome', 'edge'], ['firefox']] as const) {
  const browser = await provideBrowser(names);
  const lab = await startLab();
  const profile = createProfile();
  const driver = await launchInLab(browser, lab, profile.path, true);
  try {
    await signIn(driver, lab, scenario);
    await awaitVerdict(driver, scenario);
    const problems = [...(await saveEvidence(driver)), ...(await removeSession(driver))];
    failed += problems.length;
    console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${driver.version}`);
    for (const problem of problems) console.log(`        ${problem}`);
  } finally {
    await driver.close();
    profile.remove();
    await lab.close();
  }

  async function saveEvidence(from: Driver): Promise<readonly string[]> {
    const said = await from.evaluateInPopup(
      ask(`{ type: 'evidence', session: here[0].id }`),
      'light',
    );
    const { answer } = JSON.parse(String(said));
    if (answer?.result !== 'done') return [`no evidence: ${String(said).slice(0, 200)}`];
    const file = JSON.parse(answer.text);
    return [
      ...findViolations(schema, file),
      ...(hasTrace(answer.text, lab.issuedTokens) ? ['the evidence holds a part of a token'] : []),
      ...(file.session.verdict === 'danger' ? [] : [`the evidence says ${file.session.verdict}`]),
      ...(file.key_documents.length > 0 ? [] : ['the evidence has no key documents']),
    ];
  }
}
process.exitCode = failed === 0 ? 0 : 1;

async function removeSession(driver: Driver): Promise<readonly string[]> {
  await driver.evaluate(keep);
  const before = String(await driver.evaluate(list)).split(',').length;
  const { answer, left } = JSON.parse(
    String(await driver.evaluateInPopup(ask(`{ type: 'remove-session', tabId }`), 'light')),
  );
  // The page is loaded anew, and may go to sign in again.
  await pause(1_500);
  const after = String(
    await driver.evaluate(list).catch((error: unknown) => `error ${String(error)}`),
  );
  const stays = ['kept', 'deep', 'partitioned'].filter((name) =>
    left.some((cookie: string) => cookie.startsWith(`${name} `)),
  );
  return [
    ...(before >= 6 ? [] : [`only ${before} things were kept before`]),
    ...(answer?.result === 'done' ? [] : [`it said ${JSON.stringify(answer)}`]),
    ...(answer?.cookiesLeft === 0 ? [] : [`cookies are left: ${left.join()}`]),
    ...(answer?.isStorageEmpty === true ? [] : ['it said that storage is left']),
    ...(answer?.cookies >= 3 ? [] : [`it removed ${answer?.cookies} cookies`]),
    ...(after === '' ? [] : [`the page still has ${after}`]),
    ...(stays.length === 0 ? [] : [`the browser still has ${stays.join()}`]),
  ];
}
