import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { LaunchOptions } from './driver.ts';
import { loadExtension } from './load-extension.ts';

/** The browser itself, for what needs more than a driver. */
export async function startChromium(options: LaunchOptions): Promise<{
  readonly context: BrowserContext;
  readonly session: CDPSession;
  readonly page: Page;
  readonly id: string;
}> {
  allowForeignFrames(options.profilePath);
  const context = await chromium.launchPersistentContext(options.profilePath, {
    executablePath: options.browserPath,
    headless: options.isHeadless,
    viewport: options.isHeadless ? { width: 1180, height: 760 } : null,
    handleSIGINT: false,
    handleSIGTERM: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--enable-unsafe-extension-debugging',
      `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
      `--ignore-certificate-errors-spki-list=${options.spkiHash}`,
      '--disable-sync',
      '--no-first-run',
      '--enable-logging',
      `--log-file=${options.logPath}`,
    ],
  });
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium gave no connection to itself');
  const session = await browser.newBrowserCDPSession();
  closeWelcome(context);
  const [first] = context.pages();
  const page = first ?? (await context.newPage());
  await options.before?.({
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    evaluate: (expression) => page.evaluate(expression),
  });
  const id = await loadExtension(context, session, options.extensionPath);
  return { context, session, page, id };
}

/** Chromium, unlike Chrome, keeps frames of other sites from every storage in a new profile. */
function allowForeignFrames(profilePath: string): void {
  const folder = join(profilePath, 'Default');
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
}

/** The page that greets people would take the place of the lab's own, which would then stand in the background. */
function closeWelcome(context: BrowserContext): void {
  context.on('page', (opened) => {
    opened.on('framenavigated', (frame) => {
      if (/^chrome-extension:.*\/src\/welcome\/index\.html$/.test(frame.url())) void opened.close();
    });
  });
}
