import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import {
  type Driver,
  type LaunchOptions,
  readPopupExpression,
  type Scheme,
  tabExpression,
} from './driver.ts';
import { parsePopup, parseTab } from './parse.ts';

const popupSize = { width: 384, height: 600 };

/**
 * Chromium, Chrome or Edge. The extension is loaded over the debugging pipe, because branded Chrome ignores
 * `--load-extension` since version 137.
 */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const maps = options.hosts.map((host) => `MAP ${host} 127.0.0.1:${options.port}`);
  const context = await chromium.launchPersistentContext(options.profilePath, {
    executablePath: options.browserPath,
    headless: options.isHeadless,
    viewport: options.isHeadless ? { width: 1180, height: 760 } : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=${maps.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      `--ignore-certificate-errors-spki-list=${options.spkiHash}`,
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium gave no connection to itself');
  const session = await browser.newBrowserCDPSession();
  const id = await loadExtension(context, session, options.extensionPath);
  const [first] = context.pages();
  const page = first ?? (await context.newPage());
  return createDriver(context, page, `chrome-extension://${id}`, browser.version());
}

async function loadExtension(
  context: BrowserContext,
  session: CDPSession,
  path: string,
): Promise<string> {
  const started =
    context.serviceWorkers().length > 0 ? null : context.waitForEvent('serviceworker');
  // Not in the published protocol types yet.
  const send: (method: string, parameters: object) => Promise<unknown> = session.send.bind(
    session,
  ) as never;
  const answer = await send('Extensions.loadUnpacked', { path });
  await started;
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) {
    throw new Error('Chromium did not say the id of the extension');
  }
  return String(answer.id);
}

function createDriver(
  context: BrowserContext,
  page: Page,
  origin: string,
  version: string,
): Driver {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));

  async function inExtensionPage<Value>(
    path: string,
    work: (extensionPage: Page) => Promise<Value>,
  ): Promise<Value> {
    const extensionPage = await context.newPage();
    try {
      await extensionPage.setViewportSize(popupSize);
      await extensionPage.goto(`${origin}/${path}`);
      return await work(extensionPage);
    } finally {
      await extensionPage.close();
    }
  }

  const readTab = () =>
    inExtensionPage('manifest.json', async (extensionPage) =>
      parseTab(await extensionPage.evaluate(tabExpression(page.url()))),
    );

  async function withPopup<Value>(
    scheme: Scheme,
    work: (popup: Page) => Promise<Value>,
  ): Promise<Value> {
    const { id } = await readTab();
    return inExtensionPage(`src/popup/index.html?tab=${id}`, async (popup) => {
      await popup.emulateMedia({ colorScheme: scheme });
      await popup.waitForSelector('main[data-state]:not([data-state="loading"])');
      return work(popup);
    });
  }

  return {
    version: `Chromium ${version}`,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: (expression) => page.evaluate(expression),
    readPopup: () =>
      withPopup('light', async (popup) => parsePopup(await popup.evaluate(readPopupExpression))),
    readToolbar: readTab,
    async screenshotPage(path, scheme) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path });
    },
    screenshotPopup: (path, scheme) =>
      withPopup(scheme, async (popup) => {
        await popup.screenshot({ path, fullPage: true });
      }),
    async stopBackground() {
      const worker = await context.newCDPSession(page);
      await worker.send('ServiceWorker.enable');
      await worker.send('ServiceWorker.stopAllWorkers');
      await worker.detach();
    },
    closed,
    close: () => context.close(),
  };
}
