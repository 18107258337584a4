import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type BrowserName, browserNames, type FoundBrowser } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { createProfile, launchInLab, pause, signIn, until } from '../lab/run-scenario.ts';
import { genuine } from '../lab/scenarios/genuine.ts';
import { startLab } from '../lab/server.ts';

const help = `Stops the extension's background again and again, at random moments, while a webmail page uses its tokens. At the end every token
must have been judged once, and rightly.

  --browser NAME   ${browserNames.join(', ')} (default: one of Chromium's family, then firefox)
  --count N        how often (default: 20)`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    count: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

/** Tokens that the page uses: as many as a popup shows, the one of the sign-in included. */
const genuineTokens = 13;
const forgedTokens = 2;

async function play(browser: FoundBrowser, count: number): Promise<readonly string[]> {
  const lab = await startLab();
  const profile = createProfile();
  try {
    const driver = await launchInLab(browser, lab, profile.path, true);
    try {
      await signIn(driver, lab, genuine);
      const first = lab.issuedTokens.at(-1) ?? '';
      const good = [first, ...(await lab.mint('enterprise', genuineTokens))];
      const bad = await lab.mint('consumer', forgedTokens);
      await driver.evaluate(useTokens([...good, ...bad]));
      for (let stop = 1; stop <= count; stop++) {
        await pause(Math.random() * 400);
        await driver.stopBackground();
        if (stop % 20 === 0) console.log(`${driver.version}: ${stop} of ${count} stops`);
      }
      const expected = new Map([
        ...good.map((token) => [fingerprintOf(token), 'verified'] as const),
        ...bad.map((token) => [fingerprintOf(token), 'danger'] as const),
      ]);
      let seen: readonly Seen[] = [];
      await until('every token was judged', async () => {
        seen = parseView(await driver.evaluateInPopup(askForView, 'light'));
        return compare(seen, expected).length === 0;
      }).catch(() => undefined);
      return compare(seen, expected);
    } finally {
      await driver.close();
    }
  } finally {
    profile.remove();
    await lab.close();
  }
}

/** Evaluated in the page: asks for mail with one token after the other, for ever. */
const useTokens = (tokens: readonly string[]) => `void (async () => {
  const tokens = ${JSON.stringify(tokens)};
  for (;;) {
    const token = tokens[Math.floor(Math.random() * tokens.length)];
    await fetch('/api/v2.0/me/messages', { headers: { authorization: 'Bearer ' + token } });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
  }
})()`;

const askForView = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  return JSON.stringify(await api.runtime.sendMessage({ type: 'popup-view', tabId }));
})()`;

const viewSchema = v.object({
  here: v.array(
    v.object({
      inspections: v.array(
        v.object({
          fingerprint: v.string(),
          verdict: v.string(),
          outcomes: v.array(v.object({ rule: v.string(), outcome: v.string() })),
        }),
      ),
    }),
  ),
});
type Seen = v.InferOutput<typeof viewSchema>['here'][number]['inspections'][number];

const parseView = (text: unknown): readonly Seen[] =>
  v.parse(viewSchema, JSON.parse(String(text))).here.flatMap(({ inspections }) => inspections);

const fingerprintOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** What differs from one right judgement of every token. */
function compare(seen: readonly Seen[], expected: ReadonlyMap<string, string>): readonly string[] {
  const read = seen.filter(({ verdict }) => verdict !== 'not-inspected');
  const known = new Set(read.map(({ fingerprint }) => fingerprint));
  return [
    ...[...expected.keys()].flatMap((print) => (known.has(print) ? [] : ['a token was lost'])),
    ...(known.size === read.length ? [] : ['a token was judged twice']),
    ...read.flatMap(({ fingerprint, verdict, outcomes }) => {
      const right = expected.get(fingerprint);
      if (right !== verdict) return [`a verdict is ${verdict} instead of ${right ?? 'none'}`];
      const failed = outcomes.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
      const isRight = right === 'verified' ? failed.length === 0 : failed.includes('key-foreign');
      return isRight ? [] : [`a ${verdict} has the findings ${failed.join(', ') || 'none'}`];
    }),
  ];
}

if (values.help) console.log(help);
else {
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) throw new Error('--count takes a whole number');
  let failed = 0;
  const groups = chooseBrowsers(values.browser);
  for (const names of groups) {
    const problems = await play(await provideBrowser(names), count);
    for (const problem of problems) console.log(`FAILED  ${problem}`);
    if (problems.length > 0) failed++;
  }
  mkdirSync('artifacts', { recursive: true });
  writeFileSync('artifacts/stops.json', JSON.stringify({ passed: groups.length - failed, failed }));
  console.log(`${groups.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function chooseBrowsers(name: string | undefined): readonly (readonly BrowserName[])[] {
  if (name === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  const known = browserNames.find((one) => one === name);
  if (known === undefined) throw new Error(`There is no browser ${name}.`);
  return [[known]];
}
