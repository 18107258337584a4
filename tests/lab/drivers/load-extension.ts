import type { BrowserContext, CDPSession } from 'playwright-core';

/** Loads a built extension into Chromium and waits until it listens. Returns its id. */
export async function loadExtension(
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
  const worker = (await started) ?? context.serviceWorkers()[0];
  await worker?.evaluate(listenersExpression);
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) {
    throw new Error('Chromium did not say the id of the extension');
  }
  return String(answer.id);
}

/**
 * Evaluated in the extension's worker: resolves when it listens. Requests of before its first start are lost to an extension, and
 * nobody signs in to their mail within the first half second of having it. The last listener that is registered is `alarms`; an
 * answer of the browser to a later call says that it has heard of all of them.
 */
const listenersExpression = `(async () => {
  while (!chrome.alarms.onAlarm.hasListeners()) await new Promise((resolve) => setTimeout(resolve, 10));
  await chrome.tabs.query({});
})()`;
