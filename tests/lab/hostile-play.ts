import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { compareOutcomes } from './compare-outcomes.ts';
import type { Driver } from './drivers/driver.ts';
import { compareVictim, readSessions } from './known-sessions.ts';
import { keptExpression } from './left-behind.ts';
import { maxKeptMebibytes, measureBackground, measureKept } from './measure-background.ts';
import { consumerHost } from './names.ts';
import {
  awaitVerdict,
  extensionPathOf,
  pause,
  signIn,
  until,
  withBrowserInLab,
} from './run-scenario.ts';
import { consumerKeyOnEnterpriseToken } from './scenarios/consumer-key-on-enterprise-token.ts';
import { genuine } from './scenarios/genuine.ts';
import type { Lab } from './server.ts';
import { hasTrace } from './token-traces.ts';

/** How much the hostile page does. */
export interface HostileSize {
  readonly requests: number;
  readonly tokenCharacters: number;
  readonly storageEntries: number;
  readonly cookieChanges: number;
  /** How much more memory than before the extension's process may take meanwhile, MiB: most is what browsers leave lying for a while. */
  readonly growthMebibytes: number;
}

export interface HostileStep {
  readonly what: string;
  readonly seconds: number;
  /** Of the extension's process: its CPU time until it came to rest, s, and the most memory meanwhile, MiB. Null: not told. */
  readonly cpuSeconds: number | null;
  readonly peakMebibytes: number | null;
}

export interface HostileResult {
  readonly problems: readonly string[];
  readonly steps: readonly HostileStep[];
  /** Median time of a refusal of a file of the extension, and of one that does not exist, ms. */
  readonly refusalMs: readonly number[];
  /** Of the memory taken, what was in use at the end, MiB. Null: not told. */
  readonly keptMebibytes: number | null;
}

/** Most requests for keys, whatever a page makes up: a few for each document of its issuer. */
const maxKeyRequests = 60;
/** A refusal may take so many times as long for an extension that is there; a browser that is busy differs by more than any extension. */
const maxTimeFactor = 3;
/** How often the files are asked for until a difference counts. */
const probeRounds = 3;
const mebibyte = 2 ** 20;

/** Signs in, lets another page do its worst, and compares what the extension knows and takes with before. */
export async function playHostile(
  browser: FoundBrowser,
  lab: Lab,
  size: HostileSize,
): Promise<HostileResult> {
  return withBrowserInLab(browser, lab, (driver) =>
    attack(driver, lab, size, listFiles(extensionPathOf(browser))),
  );
}

async function attack(
  driver: Driver,
  lab: Lab,
  size: HostileSize,
  files: readonly string[],
): Promise<HostileResult> {
  const problems: string[] = [];
  const steps: HostileStep[] = [];
  const call = (expression: string) => driver.evaluate(`attacks.${expression}`);
  const open = async () => {
    await driver.goto(`https://${consumerHost}/lab/hostile`);
    await until('the hostile page is ready', async () =>
      Boolean(await driver.evaluate('globalThis.attacks !== undefined')),
    );
    await call('watch()');
  };
  await signIn(driver, lab, genuine);
  await awaitVerdict(driver, genuine);
  const victim = (await readSessions(driver)).find(({ verdict }) => verdict === 'verified');
  const start = await driver.readBackgroundUse();
  const firstEvent = lab.events.length;
  await open();

  const step = async (what: string, work: () => Promise<unknown>) => {
    const measured = await measureBackground(driver, work);
    steps.push({ what: `${what}: ${String(measured.answer)}`, ...measured });
    if (!measured.isAtRest) problems.push(`after ${what} the background did not come to rest`);
    const grown = (measured.peakMebibytes ?? 0) - (start?.bytes ?? 0) / mebibyte;
    if (grown > size.growthMebibytes) problems.push(`${what} took ${grown.toFixed(0)} MiB`);
  };
  await step(`${size.requests} requests with a made-up token each, answered`, () =>
    call(`flood(${size.requests})`),
  );
  await step(`${size.tokenCharacters} characters in a token, taken as`, () =>
    call(`sendLongTokens(${size.tokenCharacters})`),
  );
  await step('entries of the storage', () => call(`fillStorage(${size.storageEntries})`));
  const samples = v.parse(v.array(v.string()), await call('samples()'));
  problems.push(...v.parse(v.array(v.string()), await call('findLearned()')));
  // The storage is read when a page has loaded, and twice in the seconds after.
  await step('a page with them is loaded', async () => {
    await open();
    await pause(7_000);
    return 'read';
  });
  await step('cookies in a full jar', () => call(`fillCookies(${size.cookieChanges})`));
  await call('removeCookies()');
  const keptMebibytes = await measureKept(driver, start);
  if (keptMebibytes !== null && keptMebibytes > maxKeptMebibytes) {
    problems.push(`${keptMebibytes.toFixed(0)} MiB were kept`);
  }
  const asked = lab.events
    .slice(firstEvent)
    .filter(({ kind, isOfPage }) => kind === 'request' && !isOfPage);
  if (asked.length > maxKeyRequests) problems.push(`keys were asked for ${asked.length} times`);

  const refusalMs = await probeFiles(driver, files, problems);
  for (const answer of v.parse(
    v.array(v.string()),
    await call(`talk(${JSON.stringify(new URL(driver.origin).host)})`),
  )) {
    problems.push(answer);
  }
  problems.push(...v.parse(v.array(v.string()), await call('findLearned()')));
  problems.push(...(await compareVictim(driver, victim)));
  if (hasTrace(String(await driver.evaluateInExtension(keptExpression)), samples)) {
    problems.push('a made-up token stands in what the extension keeps');
  }
  await signIn(driver, lab, consumerKeyOnEnterpriseToken);
  const { verdict } = await awaitVerdict(driver, consumerKeyOnEnterpriseToken);
  if (verdict !== 'danger')
    problems.push(`a forged session afterwards is ${verdict ?? 'not seen'}`);
  return { problems, steps, refusalMs, keptMebibytes };
}

/** Every file of the extension must look to a page like one of an extension that does not exist. */
async function probeFiles(
  driver: Driver,
  files: readonly string[],
  problems: string[],
): Promise<readonly number[]> {
  const nobody = driver.origin.startsWith('moz')
    ? `moz-extension://${crypto.randomUUID()}`
    : `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
  const ask = async (origin: string) => {
    const urls = JSON.stringify(files.map((file) => `${origin}/${file}`));
    const said = await driver.evaluate(`attacks.probeAll(${urls})`);
    return v.parse(v.array(v.array(v.string())), said).map((ways) => ways.join(', '));
  };
  // A browser that is busy can be slow to say something; what tells an extension apart says so each time.
  for (let round = 1; round <= probeRounds; round++) {
    const found = compareOutcomes(files, await ask(driver.origin), await ask(nobody));
    if (found.length === 0) break;
    if (round === probeRounds) problems.push(...found);
    else console.log(`        asked again: ${found.join('; ')}`);
  }
  const urls = [`${driver.origin}/manifest.json`, `${nobody}/manifest.json`];
  const times = v.parse(
    v.array(v.number()),
    await driver.evaluate(`attacks.timeRefusals(${JSON.stringify(urls)})`),
  );
  const [ours = 0, others = 0] = times;
  // Browsers tell pages the time in steps; a difference below one is none.
  if (ours > others * maxTimeFactor + 1) {
    problems.push(`a refusal takes ${ours} ms, and ${others} ms without the extension`);
  }
  return times;
}

/** Files of the built extension, one of each kind and every page. */
function listFiles(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true }).map(String);
  const ofKind = ['.html', '.js', '.css', '.png', '.json'].flatMap((end) => {
    const found = all.filter((path) => path.endsWith(end));
    return end === '.html' ? found : found.slice(0, 2);
  });
  if (ofKind.length < 5) throw new Error(`the extension is not built in ${folder}`);
  return ofKind;
}
