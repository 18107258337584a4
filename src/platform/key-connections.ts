import browser, { type WebRequest } from 'webextension-polyfill';
import type { KeyConnection } from '../core/index.ts';
import { isOwnRequest, readPageUrl } from './request-origin.ts';

/**
 * Calls back with the connection of each answer to the extension's own requests for these addresses, before the answer is read. Only
 * those are held, and for no longer than the browser takes to look at its own certificates: requests of pages never reach it. Returns
 * what ends it.
 */
export function observeKeyConnections(
  urls: readonly string[],
  callback: (url: string, connection: KeyConnection) => void,
): () => void {
  const listener = async (details: WebRequest.OnHeadersReceivedDetailsType) => {
    if (!isOwnRequest(readPageUrl(details))) return {};
    const info = await browser.webRequest
      .getSecurityInfo(details.requestId, { certificateChain: true, rawDER: false })
      .catch(() => null);
    const connection = info === null ? null : readConnection(info);
    if (connection !== null) callback(details.url, connection);
    return {};
  };
  browser.webRequest.onHeadersReceived.addListener(
    listener,
    // The background stands in no tab.
    { urls: [...urls], types: ['xmlhttprequest', 'other'], tabId: -1 },
    ['blocking'],
  );
  return () => browser.webRequest.onHeadersReceived.removeListener(listener);
}

/** What the browser's words say; null where they leave open what the connection rests on. */
export function readConnection({
  state,
  // Firefox 153 hands over none of a connection that an exception let through.
  certificates = [],
  overridableErrorCategory,
  isExtendedValidation = false,
}: WebRequest.SecurityInfo): KeyConnection | null {
  const [own, ...above] = certificates;
  const root = above.at(-1);
  const isTrusted = state === 'secure' && overridableErrorCategory === undefined;
  if (isTrusted && root === undefined) return null;
  const last = root ?? own;
  return {
    trust: !isTrusted ? 'untrusted' : root?.isBuiltInRoot ? 'built-in' : 'added',
    rootFingerprint: last?.fingerprint.sha256 ?? null,
    rootName: root?.subject ?? own?.issuer ?? null,
    isExtendedValidation,
  };
}
