import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { axeExpression } from './axe.ts';
import { compareSources } from './compare-sources.ts';
import { type Driver, type PopupReading, schemes } from './drivers/driver.ts';
import { compareStorage, findLeftovers } from './left-behind.ts';
import { googleKeyHost, governmentLoginHost, loginHost } from './names.ts';
import { isOpaqueWebmail } from './opaque-webmails.ts';
import { compareAction } from './right-action.ts';
import { awaitVerdict, pause, signIn } from './run-scenario.ts';
import type { ExpectedVerdict, Scenario } from './scenarios/scenario.ts';
import type { Lab, LabEvent } from './server.ts';

export interface ScenarioResult {
  readonly browser: string;
  readonly scenario: Scenario;
  /** What the popup said; null when it said nothing. */
  readonly verdict: string | null;
  /** Sentences; none when everything was as it should be. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

export interface CheckOptions {
  /** Folder for screenshots, light and dark; null for none. */
  readonly screenshots: string | null;
  /** Also stops the background and expects the same answer from the next one. */
  readonly restarts: boolean;
}

const badges: Readonly<Record<ExpectedVerdict, string>> = {
  verified: '✓',
  attention: '!',
  danger: '✕',
  undetermined: '?',
  'not-inspected': '',
};

const keyHosts: readonly string[] = [loginHost, governmentLoginHost];
const keyDocumentPath = /^\/[0-9a-z-]+\/discovery\/(v2\.0\/)?keys$/;
const isKeyDocument = ({ host, path }: LabEvent): boolean =>
  (keyHosts.includes(host) && keyDocumentPath.test(path)) ||
  (host === googleKeyHost && path === '/oauth2/v3/certs');

/** Plays one scenario in a browser that is as new, and compares everything seen with what it must be. */
export async function checkScenario(
  driver: Driver,
  lab: Lab,
  scenario: Scenario,
  options: CheckOptions,
): Promise<Pick<ScenarioResult, 'verdict' | 'problems'>> {
  const firstEvent = lab.events.length;
  const firstToken = lab.issuedTokens.length;
  // Only a browser that went on from another scenario can have kept something.
  const leftovers = driver.startAnew === null ? [] : await findLeftovers(driver, lab.issuedTokens);
  const { verdict, problems: wrong } = await checkSession(driver, lab, scenario);
  const problems = [
    ...leftovers,
    ...wrong,
    ...(await compareToolbar(driver, scenario)),
    ...(await findBarriers(driver)),
    ...(options.restarts ? await compareAfterRestart(driver, scenario) : []),
    ...(await compareStorage(driver, scenario, lab.issuedTokens.slice(firstToken))),
    ...compareRequests(lab, scenario, lab.events.slice(firstEvent)),
  ];
  if (options.screenshots !== null) await takeScreenshots(driver, options.screenshots);
  return { verdict, problems };
}

/** Signs in and compares what the popup says of the session, and the door that its tokens were seen through, with what it must be. */
export async function checkSession(
  driver: Driver,
  lab: Lab,
  scenario: Scenario,
): Promise<Pick<ScenarioResult, 'verdict' | 'problems'>> {
  const firstToken = lab.issuedTokens.length;
  await signIn(driver, lab, scenario);
  const reading = await awaitVerdict(driver, scenario);
  const problems = [
    ...compareReading(reading, scenario),
    ...compareAction(reading, scenario),
    ...(await compareSources(driver, scenario, lab.issuedTokens.slice(firstToken))),
  ];
  return { verdict: reading.verdict, problems };
}

function compareReading(reading: PopupReading, scenario: Scenario): string[] {
  const failing = Object.entries(reading.outcomes)
    .filter(([, outcome]) => outcome === 'fail')
    .map(([rule]) => rule)
    .sort();
  const expected = [...scenario.failing].sort();
  return [
    ...differ('the verdict', reading.verdict, scenario.verdict),
    ...differ('the failed rules', failing.join(', '), expected.join(', ')),
    ...(scenario.says ?? [])
      .filter((sentence) => !reading.text.includes(sentence))
      .map((sentence) => `the popup does not say “${sentence}”`),
  ];
}

/** The button is drawn a moment after the popup can ask for the verdict; longer than this is a fault. */
const buttonPatienceMs = 5_000;

async function compareToolbar(driver: Driver, { verdict }: Scenario): Promise<string[]> {
  const endMs = Date.now() + buttonPatienceMs;
  let { badge, title } = await driver.readToolbar();
  while (badge !== badges[verdict] && Date.now() < endMs) {
    await pause(200);
    ({ badge, title } = await driver.readToolbar());
  }
  const hasTitle = title.startsWith('Countersign: ');
  return [
    ...differ('the badge', badge, badges[verdict]),
    ...(hasTitle ? [] : [`the toolbar button says only “${title}”`]),
  ];
}

async function compareAfterRestart(driver: Driver, scenario: Scenario): Promise<string[]> {
  await driver.stopBackground();
  const reading = await awaitVerdict(driver, scenario);
  return compareReading(reading, scenario).map((text) => `after a restart, ${text}`);
}

/** What keeps people with assistive technology from the popup, found by axe in both colour schemes. */
async function findBarriers(driver: Driver): Promise<string[]> {
  const problems: string[] = [];
  const all = await driver.evaluateInSchemes(axeExpression);
  for (const scheme of schemes) {
    const found = all[scheme];
    if (typeof found !== 'string') problems.push('the accessibility check gave no answer');
    else if (found !== '') problems.push(`in the ${scheme} popup: ${found}`);
  }
  return problems;
}

async function takeScreenshots(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const scheme of schemes) {
    await driver.screenshotPopup(join(folder, `popup-${scheme}.png`), scheme);
    await driver.screenshotPage(join(folder, `page-${scheme}.png`), scheme);
  }
}

/** Requests without a page behind them are the extension's: key documents and nothing else. */
function compareRequests(lab: Lab, scenario: Scenario, events: readonly LabEvent[]): string[] {
  const own = events.filter(({ kind, isOfPage }) => kind === 'request' && !isOfPage);
  const others = own.filter((event) => !isKeyDocument(event));
  // Where no token is seen, there is no key to ask for.
  const needsKeys = !isOpaqueWebmail(scenario.webmail) || scenario.door !== undefined;
  const strangers = [...lab.refusedHosts].filter((host) => !isOfBrowser(host));
  return [
    ...(own.length > others.length === needsKeys
      ? []
      : [needsKeys ? 'no key document was asked for' : 'a key document was asked for']),
    ...others.map(({ host, path }) => `a request went to ${host}${path}`),
    ...strangers.map((host) => `a request went to ${host}`),
  ];
}

/** Names that the browsers themselves look for when they start. */
const isOfBrowser = (host: string): boolean =>
  /(^|\.)(mozilla\.(com|org|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/.test(
    host,
  );

function differ(what: string, is: string | null, expected: string): string[] {
  return is === expected ? [] : [`${what}: ${is || 'none'}, expected: ${expected || 'none'}`];
}
