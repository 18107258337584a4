import type { FoundBrowser } from '../../../tools/browsers/find.ts';
import type { Driver } from '../drivers/driver.ts';
import { pause, signIn, withBrowserInLab } from '../run-scenario.ts';
import { genuine } from '../scenarios/genuine.ts';
import { type Lab, startLab } from '../server.ts';
import { compareFindings, type Expected } from './compare.ts';
import { readFindings } from './findings.ts';
import { describeUses, mayBeLostMs, momentOf, type Stop, startUpMs } from './ledger.ts';
import {
  endTraffic,
  mintOnce,
  mintRegular,
  numbered,
  startTraffic,
  useEachOnce,
} from './traffic.ts';

/** Every so many stops come after a calm time, in which tokens are used that must not be lost. */
const calmEvery = 4;
/** What a stop takes with the time before it, on average. */
const aboutMs = 1_150;
/** After the last stop, tokens are used for this long before the background is stopped once more, in peace. */
const lastUsesMs = startUpMs + 1_200;
/** Longest wait for what is kept to be read again. */
const restoringMs = 5_000;

/** What a run has shown, in numbers and in sentences. */
export interface StopsResult {
  readonly counts: string;
  readonly problems: readonly string[];
}

/** Stops the background so many times at random moments while a page uses tokens, and compares what is known in the end with what was used. */
export async function playStops(browser: FoundBrowser, count: number): Promise<StopsResult> {
  const lab = await startLab();
  try {
    return await withBrowserInLab(browser, lab, (driver) => play(driver, lab, count));
  } finally {
    await lab.close();
  }
}

async function play(driver: Driver, lab: Lab, count: number): Promise<StopsResult> {
  await signIn(driver, lab, genuine);
  const first = numbered('verified')(lab.issuedTokens.at(-1) ?? '');
  const regular = [first, ...(await mintRegular(lab))];
  const forMs = count * aboutMs + lastUsesMs;
  const once = await mintOnce(lab, forMs);
  await startTraffic(driver, regular);
  let isOver = false;
  const using = useEachOnce(driver, once, forMs, () => isOver);
  const stops: Stop[] = [];
  for (let stop = 1; stop <= count; stop++) {
    await pause(untilNextMs(stop));
    stops.push(await stopOnce(driver));
    if (stop % 20 === 0) console.log(`${driver.version}: ${stop} of ${count} stops`);
  }
  await pause(lastUsesMs);
  isOver = true;
  const uses = await using;
  await endTraffic(driver);
  await pause(mayBeLostMs);
  // What is compared is what survives, and not what a background that runs on still has in its own memory.
  await driver.stopBackground();
  const byFingerprint = new Map(once.map((token) => [token.fingerprint, token]));
  const usedOnce = uses.flatMap(({ fingerprint }) => byFingerprint.get(fingerprint) ?? []);
  const owedOnce = uses.filter((use) => momentOf(use, stops) === 'owed');
  const expected: Expected = {
    used: new Map([...regular, ...usedOnce].map(({ fingerprint, right }) => [fingerprint, right])),
    owed: [...regular, ...owedOnce].map(({ fingerprint }) => fingerprint),
  };
  const { history, problems } = await readUntilRight(driver, expected);
  const known = new Set(history.map(({ fingerprint }) => fingerprint));
  const about = describeUses(uses, stops, ({ fingerprint }) => known.has(fingerprint));
  return {
    counts: `${driver.version}: ${count} stops; ${regular.length} tokens used again and again, ${uses.length} once; of these ${about}; ${history.length} verdicts`,
    problems: [
      ...problems,
      ...(owedOnce.length > 0 ? [] : ['no token was used once far enough from every stop']),
    ],
  };
}

/** What the background has to read again from where it is kept is there a moment later. */
async function readUntilRight(driver: Driver, expected: Expected) {
  const read = async () => {
    const findings = await readFindings(driver);
    return { history: findings.history, problems: compareFindings(findings, expected) };
  };
  const endMs = Date.now() + restoringMs;
  let last = await read();
  while (last.problems.length > 0 && Date.now() < endMs) {
    await pause(500);
    last = await read();
  }
  return last;
}

/** Mostly one stop soon after another, so that a start is met too. */
const untilNextMs = (stop: number) =>
  stop % calmEvery === 0
    ? startUpMs + mayBeLostMs + 500 + Math.random() * 1_600
    : Math.random() * 400;

async function stopOnce(driver: Driver): Promise<Stop> {
  const fromMs = Date.now();
  await driver.stopBackground();
  return { fromMs, toMs: Date.now() };
}
