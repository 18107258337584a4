import { join } from 'node:path';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { readProcessUse } from '../lab/drivers/process-use.ts';
import { startChromium } from '../lab/drivers/start-chromium.ts';
import { workHost } from '../lab/names.ts';
import { extensionPathOf, until } from '../lab/run-scenario.ts';
import type { Lab } from '../lab/server.ts';
import { buildListener } from './listener-extension.ts';
import { median, medianInterval } from './measure.ts';

export interface LoadRow {
  readonly what: string;
  readonly oursMs: number;
  readonly theirsMs: number;
  /** Median of the rounds' ratios. */
  readonly ratio: number;
  /** Between which the true median lies with a probability of 95 % at least. */
  readonly ratioInterval: readonly [number, number];
  /** CPU time of the extension's process for one request, µs; null where the system does not tell. */
  readonly oursCpu: number | null;
  readonly theirsCpu: number | null;
}

interface Setting {
  readonly browser: FoundBrowser;
  readonly lab: Lab;
  /** For profiles and the extension that only listens. */
  readonly folder: string;
  readonly rounds: number;
  /** Whether the extension that only listens stands on both sides, to tell how far the measurement itself is off. */
  readonly isControl: boolean;
}

const requests = 500;
/** Tokens that a webmail page uses at a time. */
const tokensInUse = 10;
/** Rounds that are not counted. */
const warmUpRounds = 4;

type Side = Awaited<ReturnType<typeof openSide>>;

/** Both kinds of page: one whose tokens are in use already, and one each of whose tokens was never seen. */
export async function measureLoads(setting: Setting): Promise<readonly LoadRow[]> {
  const { browser, lab, folder } = setting;
  const ownPath = extensionPathOf(browser);
  const listenerPath = join(folder, 'listener');
  buildListener(ownPath, listenerPath);
  const ours = await openSide(setting, 'ours', setting.isControl ? listenerPath : ownPath);
  const theirs = await openSide(setting, 'theirs', listenerPath);
  try {
    const listeners = await theirs.worker.evaluate('globalThis.countListeners()');
    if (Number(listeners) < 10) throw new Error('the extension that only listens does not listen');
    lab.choose('genuine');
    // Both, because cookies of the sign-in go with every request of the page.
    for (const side of [ours, theirs]) await side.signIn();
    const known = await lab.mint('enterprise', tokensInUse);
    const page = Array.from({ length: requests }, (_, index) => known[index % known.length] ?? '');
    const rows = [
      await measure(setting, 'ten tokens in use', ours, theirs, async () => page),
      await measure(setting, 'each token is new', ours, theirs, () =>
        lab.mint('enterprise', requests),
      ),
    ];
    if (!setting.isControl && !(await ours.hasVerified()))
      throw new Error('Countersign verified nothing');
    return rows;
  } finally {
    await ours.close();
    await theirs.close();
  }
}

async function measure(
  { lab, rounds }: Setting,
  what: string,
  ours: Side,
  theirs: Side,
  prepare: () => Promise<readonly string[]>,
): Promise<LoadRow> {
  const measured: { readonly ours: number; readonly theirs: number }[] = [];
  let startCpu: readonly (number | null)[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    if (round === warmUpRounds) startCpu = [await ours.readCpuMs(), await theirs.readCpuMs()];
    lab.serveLoad(await prepare());
    const isOursFirst = round % 2 === 0;
    const first = await (isOursFirst ? ours : theirs).load();
    const second = await (isOursFirst ? theirs : ours).load();
    if (round < warmUpRounds) continue;
    measured.push(isOursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  const ratios = measured.map((round) => round.ours / round.theirs);
  const endCpu = [await ours.readCpuMs(), await theirs.readCpuMs()];
  const cpuOf = (side: 0 | 1): number | null => {
    const [from, to] = [startCpu[side], endCpu[side]];
    if (typeof from !== 'number' || typeof to !== 'number') return null;
    return ((to - from) * 1000) / (requests * rounds);
  };
  return {
    what,
    oursMs: median(measured.map((round) => round.ours)),
    theirsMs: median(measured.map((round) => round.theirs)),
    ratio: median(ratios),
    ratioInterval: medianInterval(ratios),
    oursCpu: cpuOf(0),
    theirsCpu: cpuOf(1),
  };
}

async function openSide({ browser, lab, folder }: Setting, name: string, extensionPath: string) {
  const { context, session, page, id } = await startChromium({
    browserPath: browser.path,
    extensionPath,
    profilePath: join(folder, name),
    isHeadless: true,
    proxyPort: lab.proxyPort,
    logPath: join(folder, `${name}.log`),
    spkiHash: lab.spkiHash,
  });
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('the extension has no worker');
  const readCpuMs = async () => (await readProcessUse(session))?.cpuMs ?? null;
  return {
    worker,
    readCpuMs,
    async signIn() {
      await page.goto(`https://${workHost}/mail/`);
      await page.waitForSelector('main[aria-busy="false"]', { timeout: 45_000 });
    },
    /** From the beginning of the navigation to the last answer, ms. The background has come to rest before and after. */
    async load(): Promise<number> {
      // The page that greets people comes some seconds after the start, and a page behind it would be slowed by the browser.
      for (const other of context.pages()) if (other !== page) await other.close();
      await page.bringToFront();
      await page.goto(`https://${workHost}/lab/load`);
      await page.waitForFunction('globalThis.loadedMs !== undefined');
      const loadedMs = Number(await page.evaluate('globalThis.loadedMs'));
      await restOf(readCpuMs);
      return loadedMs;
    },
    /** Whether the popup of the page's tab calls its session genuine. */
    async hasVerified(): Promise<boolean> {
      const tabId = await worker.evaluate(
        '(async () => (await chrome.tabs.query({ active: true }))[0]?.id)()',
      );
      const popup = await context.newPage();
      await popup.goto(`chrome-extension://${id}/src/popup/index.html?tab=${String(tabId)}`);
      const main = popup.locator('main[data-state]:not([data-state="loading"])');
      return (await main.getAttribute('data-verdict')) === 'verified';
    },
    close: () => context.close(),
  };
}

/**
 * For this long an extension has done nothing when it has come to rest, ms. What it puts off for a busy page begins again within less; a
 * write to the disk comes seconds later, once in 15 s at most, and may fall into a page of the other side.
 */
const restMs = 500;
const lookEveryMs = 100;

/** Waits until the extension has done what was left to do, so that it does not slow the other side. */
async function restOf(readCpuMs: () => Promise<number | null>): Promise<void> {
  let last = await readCpuMs();
  let restedMs = 0;
  await until('the background has come to rest', async () => {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const now = await readCpuMs();
    const isResting = now === null || last === null || now - last < 5;
    restedMs = isResting ? restedMs + lookEveryMs : 0;
    last = now;
    return restedMs >= restMs;
  });
}
