import type { FoundBrowser } from '../../../tools/browsers/find.ts';
import { launchChromium } from './chromium.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a browser with the extension that was built for it. */
export function launch(
  browser: FoundBrowser,
  options: Omit<LaunchOptions, 'browserPath'>,
): Promise<Driver> {
  const start = browser.family === 'firefox' ? launchFirefox : launchChromium;
  return start({ ...options, browserPath: browser.path });
}
