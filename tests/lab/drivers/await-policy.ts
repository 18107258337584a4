import type { BrowserContext } from 'playwright-core';

const timeoutMs = 45_000;
const restMs = 1_000;

/** Evaluated in the extension's worker. */
const isThere = `chrome.storage.managed.get().then((all) => Object.keys(all).length > 0)`;

/**
 * Resolves when the extension has its policy. Chromium hands it over some seconds after it has loaded an extension for the first time, and by
 * tasks of its lowest priority: who asks often, or opens tabs to ask, makes it come later.
 */
export async function awaitPolicy(context: BrowserContext): Promise<void> {
  const endMs = Date.now() + timeoutMs;
  while ((await context.serviceWorkers()[0]?.evaluate(isThere)) !== true) {
    if (Date.now() > endMs)
      throw new Error(`the policy did not arrive within ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
}
