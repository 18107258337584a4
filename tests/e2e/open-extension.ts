import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

/** A Chromium with the extension in it, without a lab: for what needs pages of the extension and no webmail. */
export interface OpenedExtension {
  readonly context: BrowserContext;
  /** Where its pages are, without a slash at the end. */
  readonly origin: string;
  readonly version: string;
  close(): Promise<void>;
}

/** @param path the unpacked extension */
export async function openExtension(browserPath: string, path: string): Promise<OpenedExtension> {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: true,
    viewport: { width: 384, height: 600 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: ['--enable-unsafe-extension-debugging', '--disable-sync', '--no-first-run'],
  });
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium gave no connection to itself');
  const session = await browser.newBrowserCDPSession();
  // Not in the published protocol types yet.
  const send: (method: string, parameters: object) => Promise<unknown> = session.send.bind(
    session,
  ) as never;
  const answer = await send('Extensions.loadUnpacked', { path: resolve(path) });
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) {
    throw new Error('Chromium did not say the id of the extension');
  }
  return {
    context,
    origin: `chrome-extension://${String(answer.id)}`,
    version: browser.version(),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/**
 * Script for a page of the extension, to run before its own: the background's answers are these, by the type of the request. What is not
 * named is asked of the real background. A text, because what compiles this file puts names of its own into functions.
 */
export const answerInstead = (answers: Readonly<Record<string, unknown>>): string => `{
  const answers = ${JSON.stringify(answers)};
  // Newer versions of Chromium have both names.
  for (const runtime of new Set([globalThis.browser?.runtime, globalThis.chrome?.runtime])) {
    const real = runtime?.sendMessage.bind(runtime);
    if (!real) continue;
    runtime.sendMessage = (...args) => {
      const type = args[0]?.type;
      if (!Object.hasOwn(answers, type)) return real(...args);
      const callback = args.at(-1);
      if (typeof callback !== 'function') return Promise.resolve(answers[type]);
      setTimeout(() => callback(answers[type]), 0);
    };
  }
}`;
