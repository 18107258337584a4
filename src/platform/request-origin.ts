import browser from 'webextension-polyfill';

/** What both browser families tell about where a request comes from; the shared types know Firefox's names alone. */
interface RequestDetails {
  readonly initiator?: unknown;
  readonly documentUrl?: string | undefined;
  readonly originUrl?: string | undefined;
}

/** Address or origin of the page that asked: Chromium says `initiator`, Firefox `documentUrl` and `originUrl`; null: neither. */
export function readPageUrl(details: RequestDetails): string | null {
  if (typeof details.initiator === 'string') return details.initiator;
  return details.documentUrl ?? details.originUrl ?? null;
}

/** Asked for once: every request of a page is compared with it. */
let ownOrigin: string | null = null;

/** Whether a page, or the background, of this extension asked. Such requests are never looked at. */
export function isOwnRequest(pageUrl: string | null): boolean {
  ownOrigin ??= browser.runtime.getURL('').replace(/\/$/, '');
  return pageUrl === ownOrigin || pageUrl?.startsWith(`${ownOrigin}/`) === true;
}
