import { join } from 'node:path';
import type { FoundBrowser } from '../../../tools/browsers/find.ts';
import { launchChromium } from './chromium.ts';
import { manageExtension } from './chromium-policy.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';

/**
 * Starts a browser with the extension that was built for it.
 * @throws PolicyUnavailable where a policy is asked for and cannot be set
 */
export function launch(
  browser: FoundBrowser,
  options: Omit<LaunchOptions, 'browserPath'>,
): Promise<Driver> {
  const complete = { ...options, browserPath: browser.path };
  if (browser.family === 'firefox') return launchFirefox(complete);
  const { policy = {}, blockedHosts = [] } = options;
  if (options.policy === undefined && blockedHosts.length === 0) return launchChromium(complete);
  return launchManaged(browser, complete, policy, blockedHosts);
}

async function launchManaged(
  browser: FoundBrowser,
  options: LaunchOptions,
  policy: Readonly<Record<string, unknown>>,
  blockedHosts: readonly string[],
): Promise<Driver> {
  const copyPath = join(options.profilePath, 'managed-extension');
  const managed = manageExtension(
    browser.name,
    options.extensionPath,
    copyPath,
    policy,
    undefined,
    blockedHosts,
  );
  try {
    const driver = await launchChromium({ ...options, extensionPath: managed.path });
    return {
      ...driver,
      async close() {
        await driver.close();
        managed.lift();
      },
    };
  } catch (error) {
    managed.lift();
    throw error;
  }
}
