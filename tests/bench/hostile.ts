import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../../tools/browsers/find.ts';
import { provideBrowser } from '../../tools/browsers/install.ts';
import { playHostile } from '../lab/hostile-play.ts';
import { maxKeptMebibytes } from '../lab/measure-background.ts';
import { startLab } from '../lab/server.ts';

const help = `Lets a page of the lab do its worst: requests with made-up tokens, tokens of ten million characters, a full storage and a full cookie
jar, messages to the extension and a search for it. Prints what that costs, and ends with code 1 when anything of the extension was learned,
another session was touched, or it took too much.

  --browser NAME   ${browserNames.join(', ')} (default: one of Chromium's family, then firefox)
  --requests N     requests with a made-up token (default: 100000)`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    requests: { type: 'string', default: '100000' },
    help: { type: 'boolean', default: false },
  },
});

/** Firefox takes its time with throwing away what a hundred thousand requests and their judging leave. */
const growthMebibytes = 640;

async function run(names: readonly BrowserName[], requests: number): Promise<boolean> {
  const browser = await provideBrowser(names);
  const lab = await startLab();
  try {
    const { problems, steps, refusalMs, keptMebibytes } = await playHostile(browser, lab, {
      requests,
      tokenCharacters: 10_000_000,
      storageEntries: 100_000,
      cookieChanges: 5_000,
      growthMebibytes,
    });
    console.log(
      `\n| ${browser.name}: what the page does | time | background CPU | background memory, most |`,
    );
    console.log('| --- | --- | --- | --- |');
    for (const { what, seconds, cpuSeconds, peakMebibytes } of steps) {
      const cpu = cpuSeconds === null ? 'not told' : `${cpuSeconds.toFixed(1)} s`;
      const memory = peakMebibytes === null ? 'not told' : `${peakMebibytes.toFixed(0)} MiB`;
      console.log(`| ${what} | ${seconds.toFixed(1)} s | ${cpu} | ${memory} |`);
    }
    const [there = 0, nowhere = 0] = refusalMs;
    console.log(
      `\nA file of the extension is refused in ${there.toFixed(2)} ms, one that does not exist in ${nowhere.toFixed(2)} ms.`,
    );
    const kept = keptMebibytes === null ? 'cannot be told' : `${keptMebibytes.toFixed(0)} MiB`;
    console.log(
      `The background may grow by ${growthMebibytes} MiB. What of that was in use at the end: ${kept}, and ${maxKeptMebibytes} MiB may be.`,
    );
    for (const problem of problems) console.log(`FAILED  ${problem}`);
    return problems.length === 0;
  } finally {
    await lab.close();
  }
}

function chooseBrowsers(name: string | undefined): readonly (readonly BrowserName[])[] {
  if (name === undefined) return [['chromium', 'chrome', 'edge'], ['firefox']];
  const known = browserNames.find((one) => one === name);
  if (known === undefined) throw new Error(`There is no browser ${name}.`);
  return [[known]];
}

if (values.help) console.log(help);
else {
  const requests = Number(values.requests);
  if (!Number.isInteger(requests) || requests < 1)
    throw new Error('--requests takes a whole number');
  for (const names of chooseBrowsers(values.browser)) {
    if (!(await run(names, requests))) process.exitCode = 1;
  }
}
