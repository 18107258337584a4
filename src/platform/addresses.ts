import browser, { type Tabs, type WebRequest } from 'webextension-polyfill';
import { isOwnRequest, readPageUrl } from './request-origin.ts';

/** An address that a page, or the browser for it, went to. Hostile text; the fragment is there where the browser tells it. */
export interface ObservedAddress {
  readonly url: string;
  /** Null for an address that a tab shows, where no request is known to have carried it. */
  readonly method: string | null;
  readonly tabId: number | null;
  readonly pageUrl: string | null;
  readonly isPrivate: boolean;
}

/**
 * Calls back for the addresses of navigations, redirects, requests of page code, event streams and WebSockets to `hosts`. Redirects
 * and tabs tell fragments, requests do not. Observes only, until what it returns is called.
 */
export function observeAddresses(
  hosts: readonly string[],
  callback: (address: ObservedAddress) => void,
): () => void {
  const urls = hosts.flatMap((host) => [`https://${host}/*`, `wss://${host}/*`]);
  const watched = new Set(hosts);
  const seeRequest = (details: WebRequest.OnBeforeRequestDetailsType): void => {
    const pageUrl = readPageUrl(details);
    if (isOwnRequest(pageUrl)) return;
    callback({
      url: details.url,
      method: details.method,
      tabId: details.tabId >= 0 ? details.tabId : null,
      pageUrl,
      isPrivate: details.incognito === true,
    });
  };
  const seeRedirect = (details: WebRequest.OnBeforeRedirectDetailsType): void => {
    const pageUrl = readPageUrl(details);
    if (isOwnRequest(pageUrl)) return;
    callback({
      url: details.redirectUrl,
      method: 'GET',
      tabId: details.tabId >= 0 ? details.tabId : null,
      pageUrl,
      isPrivate: details.incognito === true,
    });
  };
  const seeTab = (
    tabId: number,
    { url }: Tabs.OnUpdatedChangeInfoType,
    { incognito }: Tabs.Tab,
  ): void => {
    if (url === undefined || !URL.canParse(url) || !watched.has(new URL(url).hostname)) return;
    callback(standing(url, tabId, incognito));
  };
  const { webRequest, tabs } = browser;
  webRequest.onBeforeRequest.addListener(seeRequest, {
    urls,
    types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket', 'other'],
  });
  webRequest.onBeforeRedirect.addListener(seeRedirect, {
    urls,
    types: ['main_frame', 'sub_frame'],
  });
  tabs.onUpdated.addListener(seeTab);
  return () => {
    webRequest.onBeforeRequest.removeListener(seeRequest);
    webRequest.onBeforeRedirect.removeListener(seeRedirect);
    tabs.onUpdated.removeListener(seeTab);
  };
}

/**
 * Addresses that tabs show now, on these hosts: what was gone to before anybody listened. A page can have put its fragment away. Left out are
 * pages that a tab is leaving, where the browser says so (Chromium does): what stands in their address is no use by the page that follows.
 */
export async function listOpenAddresses(
  hosts: readonly string[],
): Promise<readonly ObservedAddress[]> {
  const tabs = await browser.tabs.query({ url: hosts.map((host) => `https://${host}/*`) });
  return tabs.flatMap(({ id, url, pendingUrl = url, incognito }) =>
    id === undefined || url === undefined || pendingUrl !== url
      ? []
      : [standing(url, id, incognito)],
  );
}

const standing = (url: string, tabId: number, isPrivate: boolean): ObservedAddress => ({
  url,
  method: null,
  tabId,
  pageUrl: null,
  isPrivate,
});
