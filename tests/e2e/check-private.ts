import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { type Driver, type PopupReading, readPopupExpression } from '../lab/drivers/driver.ts';
import { parsePopup } from '../lab/drivers/parse.ts';
import { compareDisk, keptExpression } from '../lab/left-behind.ts';
import {
  awaitVerdict,
  createProfile,
  launchInLab,
  mailUrlOf,
  signIn,
  until,
} from '../lab/run-scenario.ts';
import { consumerKeyOnEnterpriseToken as forged } from '../lab/scenarios/consumer-key-on-enterprise-token.ts';
import { genuine } from '../lab/scenarios/genuine.ts';
import type { Lab } from '../lab/server.ts';
import { findTexts } from '../lab/token-traces.ts';

/** What tells a scenario's account from others, short enough to stand in one piece in a file. */
const nameOf = ({ id }: { readonly id: string }) => `ada+${id.slice(0, 14)}`;
const accountOf = ({ id }: { readonly id: string }) => `ada+${id}@contoso.example`;
const fingerprintOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const size = { width: 360, height: 600 };

/**
 * Plays a genuine session in an ordinary window and a forged one in a private window. The forged one must be judged and told as private;
 * nothing of it may be on the disk, and nothing in memory either once the window is closed. The genuine one is the proof that the search
 * finds what is there.
 */
export async function checkPrivate(browser: FoundBrowser, lab: Lab): Promise<readonly string[]> {
  const profile = createProfile();
  const problems: string[] = [];
  try {
    const driver = await launchInLab(browser, lab, profile.path, true);
    const before = lab.issuedTokens.length;
    try {
      await signIn(driver, lab, genuine);
      await awaitVerdict(driver, genuine);
      const ordinary = lab.issuedTokens.slice(before);
      // Changes are written to the disk together, a little later; until then a start of the extension loses them.
      await until('the ordinary session is on the disk', async () =>
        tellsOf((await readKept(driver)).disk, genuine, ordinary),
      );
      await driver.allowInPrivate();
      const windowId = await openPrivate(driver, lab);
      const reading = await readPrivatePopup(driver, windowId);
      problems.push(...comparePopup(reading));
      const hidden = lab.issuedTokens.slice(before + ordinary.length);
      problems.push(...(await compareKept(driver, ordinary, hidden, windowId)));
      // Firefox removes an extension that was loaded for a test, and its files, when it ends.
      problems.push(...findOrdinary(profile.path));
      problems.push(...compareFiles(profile.path, lab.issuedTokens.slice(before)));
    } finally {
      await driver.close();
    }
    problems.push(...compareFiles(profile.path, lab.issuedTokens.slice(before)));
  } finally {
    profile.remove();
  }
  return problems;
}

/** @returns the number of the window */
async function openPrivate(driver: Driver, lab: Lab): Promise<number> {
  lab.choose(forged.id);
  const options = JSON.stringify({ incognito: true, url: mailUrlOf(forged) });
  return Number(
    await driver.evaluateInExtension(
      `(globalThis.browser ?? chrome).windows.create(${options}).then(({ id }) => id)`,
    ),
  );
}

/** The popup for the private tab, read as soon as it shows a session. */
async function readPrivatePopup(driver: Driver, windowId: number): Promise<PopupReading> {
  const tabId = await driver.evaluateInExtension(
    `(globalThis.browser ?? chrome).tabs.query({ windowId: ${windowId} }).then(([{ id }]) => id)`,
  );
  const path = `src/popup/index.html?tab=${String(tabId)}`;
  const read = () =>
    driver.visitOwnPage(path, size, async (page) => {
      await until('the popup has its answer', async () => {
        const state = await page.evaluate(`document.querySelector('main')?.dataset.state`);
        return typeof state === 'string' && state !== 'loading';
      });
      return parsePopup(await page.evaluate(readPopupExpression));
    });
  let reading = await read();
  await until('the private session is judged', async () => {
    reading = await read();
    return reading.verdict === forged.verdict;
  });
  return reading;
}

function comparePopup({ text, outcomes }: PopupReading): readonly string[] {
  return [
    ...(text.includes(accountOf(forged)) ? [] : ['the popup does not name the account']),
    ...(outcomes['key-foreign'] === 'fail' ? [] : ['the popup does not say what is wrong']),
    ...(text.includes('Private window: nothing of it is kept when it is closed')
      ? []
      : ['the popup does not say that the window is private']),
  ];
}

const tellsOf = (kept: string, scenario: typeof forged, tokens: readonly string[]): boolean =>
  kept.includes(accountOf(scenario)) || tokens.some((one) => kept.includes(fingerprintOf(one)));

/** What the extension keeps while the browser runs, and what beyond. */
async function readKept(
  driver: Driver,
): Promise<{ readonly memory: string; readonly disk: string }> {
  const kept = String(await driver.evaluateInExtension(keptExpression));
  const [local, memory, ...rest]: unknown[] = JSON.parse(kept);
  return { memory: JSON.stringify(memory), disk: JSON.stringify([local, rest]) };
}

async function compareKept(
  driver: Driver,
  ordinary: readonly string[],
  hidden: readonly string[],
  windowId: number,
): Promise<readonly string[]> {
  let open = await readKept(driver);
  await until('the private session is in memory', async () => {
    open = await readKept(driver);
    return tellsOf(open.memory, forged, hidden);
  });
  await driver.evaluateInExtension(
    `(globalThis.browser ?? chrome).windows.remove(${windowId}).then(() => true)`,
  );
  let closed = await readKept(driver);
  await until('the private window is forgotten', async () => {
    closed = await readKept(driver);
    return !tellsOf(closed.memory, forged, hidden);
  });
  return [
    ...(hidden.length > 0 ? [] : ['no token was used in the private window']),
    ...(tellsOf(open.disk, forged, hidden) ? ['while open, something of it is on the disk'] : []),
    ...(tellsOf(closed.disk, forged, hidden)
      ? ['when closed, something of it is on the disk']
      : []),
    ...(tellsOf(closed.memory, genuine, ordinary) ? [] : ['the ordinary session is forgotten too']),
  ];
}

/** Every file of the profile, the browser's log among them. */
function compareFiles(profilePath: string, tokens: readonly string[]): readonly string[] {
  const standing = findTexts(profilePath, [nameOf(forged)]);
  return [
    ...compareDisk(profilePath, tokens, false),
    ...standing.map((path) => `the private account stands in ${relative(profilePath, path)}`),
  ];
}

/** Proof that an account is found where one is written down. */
const findOrdinary = (profilePath: string): readonly string[] =>
  findTexts(profilePath, [nameOf(genuine)]).length > 0
    ? []
    : ['the ordinary account is in no file: the search does not work'];
