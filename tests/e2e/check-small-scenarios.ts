import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { checkSession } from '../lab/check-scenario.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { keptExpression } from '../lab/left-behind.ts';
import { withBrowserInLab } from '../lab/run-scenario.ts';
import type { Lab } from '../lab/server.ts';
import { smallScenarios } from '../lab/small-scenarios.ts';
import { hasTrace } from '../lab/token-traces.ts';

/** Plays the small scenarios one after the other in one browser, each with an account of its own. */
export async function checkSmallScenarios(
  browser: FoundBrowser,
  lab: Lab,
): Promise<readonly string[]> {
  return withBrowserInLab(browser, lab, async (driver) => {
    const found: string[] = [];
    for (const scenario of smallScenarios) {
      const { problems } = await checkSession(driver, lab, scenario);
      found.push(...problems.map((problem) => `${scenario.id}: ${problem}`));
      await forget(driver);
    }
    const kept = String(await driver.evaluateInExtension(keptExpression));
    const isKept = hasTrace(kept, lab.issuedTokens);
    return isKept ? [...found, 'a token stands in what the extension keeps'] : found;
  });
}

/** Who was signed in, and what the page kept; what the extension knows stays. */
async function forget(driver: Driver): Promise<void> {
  await driver.evaluate('localStorage.clear(), sessionStorage.clear()');
  await driver.evaluateInExtension(removeCookies);
}

const removeCookies = `(async () => {
  const { cookies } = globalThis.browser ?? globalThis.chrome;
  for (const { domain, path, name } of await cookies.getAll({})) {
    await cookies.remove({ url: 'https://' + domain.replace(/^\\./, '') + path, name });
  }
  if ((await cookies.getAll({})).length > 0) throw new Error('cookies stay');
})()`;
