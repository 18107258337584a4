import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { awaitPolicy } from './await-policy.ts';
import {
  type Driver,
  type LaunchOptions,
  readPopupExpression,
  type Scheme,
  type Size,
  tabExpression,
} from './driver.ts';
import { parsePopup, parseTab } from './parse.ts';
import { allowInChromium } from './private-windows.ts';
import { readProcessUse } from './process-use.ts';
import { startChromium } from './start-chromium.ts';

const stopTimeoutMs = 20_000;
const popupSize = { width: 360, height: 600 };

/**
 * Chromium, Chrome or Edge. The extension is loaded over the debugging pipe, because branded Chrome ignores
 * `--load-extension` since version 137.
 */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { context, session, page, id } = await startChromium(options);
  if (Object.keys(options.policy ?? {}).length > 0) {
    await awaitPolicy(context).catch(async (error: unknown) => {
      await context.close();
      throw error;
    });
  }
  const version = context.browser()?.version() ?? '';
  return createDriver(context, session, page, `chrome-extension://${id}`, version);
}

function createDriver(
  context: BrowserContext,
  session: CDPSession,
  page: Page,
  origin: string,
  version: string,
): Driver {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));

  async function inExtensionPage<Value>(
    path: string,
    work: (extensionPage: Page) => Promise<Value>,
    size: Size = popupSize,
  ): Promise<Value> {
    const extensionPage = await context.newPage();
    try {
      await extensionPage.setViewportSize(size);
      await extensionPage.goto(`${origin}/${path}`);
      return await work(extensionPage);
    } finally {
      await extensionPage.close();
    }
  }

  let knownTab: Promise<number> | null = null;

  const readTab = () =>
    inExtensionPage('manifest.json', async (extensionPage) =>
      parseTab(await extensionPage.evaluate(tabExpression(page.url()))),
    );

  /** The page's tab keeps its number. */
  const tabId = (): Promise<number> => {
    knownTab ??= readTab().then(({ id }) => id);
    return knownTab;
  };

  async function withPopup<Value>(
    scheme: Scheme,
    work: (popup: Page) => Promise<Value>,
  ): Promise<Value> {
    return inExtensionPage(`src/popup/index.html?tab=${await tabId()}`, async (popup) => {
      await popup.emulateMedia({ colorScheme: scheme });
      await popup.waitForSelector('main[data-state]:not([data-state="loading"])');
      return work(popup);
    });
  }

  return {
    version: `Chromium ${version}`,
    origin,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: (expression) => page.evaluate(expression),
    readPopup: () =>
      withPopup('light', async (popup) => parsePopup(await popup.evaluate(readPopupExpression))),
    readToolbar: readTab,
    evaluateInPopup: (expression, scheme) =>
      withPopup(scheme, (popup) => popup.evaluate(expression)),
    evaluateInSchemes: (expression) =>
      withPopup('light', async (popup) => {
        const light: unknown = await popup.evaluate(expression);
        await popup.emulateMedia({ colorScheme: 'dark' });
        return { light, dark: await popup.evaluate(expression) };
      }),
    evaluateInExtension: (expression) =>
      inExtensionPage('manifest.json', (extensionPage) => extensionPage.evaluate(expression)),
    visitOwnPage: async (path, size, work) => {
      const known = path.includes('{tab}') ? path.replace('{tab}', String(await tabId())) : path;
      return inExtensionPage(
        known,
        (own) =>
          work({
            evaluate: (expression) => own.evaluate(expression),
            click: (selector) => own.click(selector),
            setScheme: (colorScheme) => own.emulateMedia({ colorScheme }),
            open: async (other) => {
              await own.goto(`${origin}/${other}`);
            },
            screenshot: async (file) => {
              await own.screenshot({ path: file, fullPage: true });
            },
          }),
        size,
      );
    },
    startAnew: null,
    trustAuthority: null,
    async watchTitle() {
      const [worker] = context.serviceWorkers();
      const title = await worker?.evaluate(titleExpression).catch(() => null);
      return typeof title === 'string' ? title : null;
    },
    async screenshotPage(path, scheme) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path });
    },
    screenshotPopup: (path, scheme) =>
      withPopup(scheme, async (popup) => {
        await popup.screenshot({ path, fullPage: true });
      }),
    async allowInPrivate() {
      const settings = await context.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(allowInChromium(new URL(origin).hostname));
      await settings.close();
      const endMs = Date.now() + stopTimeoutMs;
      const answer = () =>
        inExtensionPage('manifest.json', (own) => own.evaluate(listensExpression));
      // Until it has started again, its pages cannot be opened.
      while ((await answer().catch(() => false)) !== true) {
        if (Date.now() > endMs) throw new Error('the extension did not start again');
      }
    },
    readBackgroundUse: () => readProcessUse(session),
    dropGarbage: async () => false,
    async stopBackground() {
      const workers = async () => {
        const { targetInfos } = await session.send('Target.getTargets');
        return targetInfos.filter(
          ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
        );
      };
      const evaluate = (expression: string) =>
        Promise.race([
          context
            .serviceWorkers()[0]
            ?.evaluate(expression)
            .catch(() => undefined),
          new Promise((resolve) => setTimeout(resolve, 1_000)),
        ]);
      // The next request wakes a worker at once, under the same name: it is the one with the mark that must be gone.
      await evaluate('globalThis.isFromBeforeTheStop = true');
      for (const { targetId } of await workers()) {
        // One that ended by itself meanwhile has stopped too.
        await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
      }
      const endMs = Date.now() + stopTimeoutMs;
      while (
        (await workers()).length > 0 &&
        (await evaluate(`globalThis.isFromBeforeTheStop ? 'old' : 'new'`)) !== 'new'
      ) {
        if (Date.now() > endMs) throw new Error('the worker did not stop');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    closed,
    close: () => context.close(),
  };
}

/** Evaluated in the extension's worker. */
const titleExpression = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ? chrome.action.getTitle({ tabId: tab.id }) : null;
})()`;

/** Evaluated in a page of the extension: whether it sees private windows, and its worker answers. */
const listensExpression = `(async () => {
  if (!(await chrome.extension.isAllowedIncognitoAccess())) return false;
  return (await chrome.runtime.sendMessage({ type: 'settings' })) !== undefined;
})()`;
