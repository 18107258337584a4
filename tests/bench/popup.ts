import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { openExtension } from '../e2e/open-extension.ts';
import { assembleToken, entraClaims } from '../support/tokens.ts';

/**
 * How long it takes from opening the popup until its verdict is painted, compared with an empty popup of Preact in the same extension
 * and browser. Both are opened in turn, so that a busy computer slows both; the ratio is the median of the pairs' ratios. The real
 * background answers, with a forged session. `npm run build` first. `--check` ends with code 1 when the target is missed.
 */
const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '30' }, check: { type: 'boolean', default: false } },
});
const pairs = Number(values.pairs);
const warmUp = 5;
const target = 1.5;
const mail = 'https://outlook.office.com/mail/';

/** Evaluated in a page: when its largest content was painted, milliseconds since the page was asked for. */
const paintedMs = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    if (last?.element?.closest('main')?.dataset.state !== 'loading') resolve(last.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
cpSync('dist/chrome', folder, { recursive: true });
await build({
  configFile: false,
  root: resolve('tests/bench/empty-popup'),
  base: './',
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: join(folder, 'empty'), target: 'es2022', modulePreload: false },
});
const browser = await provideBrowser(['chromium', 'chrome', 'edge']);
const extension = await openExtension(browser.path, folder);
try {
  const tabId = await openForgedSession();
  const popup = `${extension.origin}/src/popup/index.html?tab=${tabId}`;
  const empty = `${extension.origin}/empty/index.html`;
  const measured: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < warmUp + pairs; round++) {
    const isOursFirst = round % 2 === 0;
    const first = await timeOf(isOursFirst ? popup : empty);
    const second = await timeOf(isOursFirst ? empty : popup);
    if (round < warmUp) continue;
    measured.push(isOursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  const ours = median(measured.map((pair) => pair.ours));
  const theirs = median(measured.map((pair) => pair.theirs));
  const ratio = median(measured.map((pair) => pair.ours / pair.theirs));
  console.log('| what | ours | theirs | ratio | target | met |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  console.log(
    `| popup open to verdict painted, Chromium ${extension.version}, ${pairs} pairs | ${ours.toFixed(0)} ms | ${theirs.toFixed(0)} ms | ${ratio.toFixed(2)} | ≤ ${target} | ${ratio <= target ? 'yes' : 'no'} |`,
  );
  if (values.check && !(ratio <= target)) process.exitCode = 1;
} finally {
  await extension.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A page of a webmail that uses a token without a signature: a danger that needs no key. Gives the number of its tab. */
async function openForgedSession(): Promise<number> {
  const page = await extension.context.newPage();
  await page.route('https://outlook.office.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Mail</title>' }),
  );
  await page.goto(mail);
  const own = await extension.context.newPage();
  await own.goto(`${extension.origin}/src/popup/index.html`);
  const tabId = await own.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    mail,
  );
  const token = assembleToken('{"alg":"none","typ":"JWT"}', JSON.stringify(entraClaims()), '');
  await page.evaluate(
    (credential) =>
      fetch('/api', { headers: { authorization: `Bearer ${credential}` } }).then(() => undefined),
    token,
  );
  await own.goto(`${extension.origin}/src/popup/index.html?tab=${tabId}`);
  await own.waitForSelector('main[data-verdict="danger"]', { timeout: 15_000 });
  await own.close();
  return tabId;
}

async function timeOf(url: string): Promise<number> {
  const page: Page = await extension.context.newPage();
  try {
    await page.goto(url);
    return Number(await page.evaluate(paintedMs));
  } finally {
    await page.close();
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

declare const chrome: {
  readonly tabs: {
    query(asked: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
};
