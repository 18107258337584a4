import browser, { type WebRequest } from 'webextension-polyfill';
import { isOwnRequest, readPageUrl } from './request-origin.ts';

/** That a request or its answer had a header of this name. The value stays with the browser. */
export interface ObservedHeader {
  readonly kind: 'request' | 'response';
  readonly lowerName: string;
  readonly url: string;
  /** Null for requests without a tab, such as a service worker's. */
  readonly tabId: number | null;
  /** As far as the browser says it of requests: Chromium does not. */
  readonly isPrivate: boolean;
}

/** Kinds of requests that begin or carry on a session; pictures and styles are left alone. */
const usualTypes: readonly WebRequest.ResourceType[] = [
  'main_frame',
  'sub_frame',
  'xmlhttprequest',
  'other',
];

/**
 * Calls back for each of the wanted headers of requests to `urls` and of their answers. Observes only. Chromium and Firefox show the
 * headers of device-bound sessions without being asked for all of them (tried on Chromium 156 and Firefox 153). Returns what ends it.
 */
export function observeHeaderNames(
  urls: readonly string[],
  wanted: { readonly request: ReadonlySet<string>; readonly response: ReadonlySet<string> },
  callback: (header: ObservedHeader) => void,
  types: readonly WebRequest.ResourceType[] = usualTypes,
): () => void {
  if (urls.length === 0) return () => undefined;
  const filter = { urls: [...urls], types: [...types] };
  const { onSendHeaders, onHeadersReceived } = browser.webRequest;
  const send = (details: WebRequest.OnSendHeadersDetailsType): void => {
    if (isOwnRequest(readPageUrl(details))) return;
    tell('request', details.requestHeaders, details);
  };
  const receive = (details: WebRequest.OnHeadersReceivedDetailsType): void =>
    tell('response', details.responseHeaders, details);
  onSendHeaders.addListener(send, filter, ['requestHeaders']);
  onHeadersReceived.addListener(receive, filter, ['responseHeaders']);
  return () => {
    onSendHeaders.removeListener(send);
    onHeadersReceived.removeListener(receive);
  };

  function tell(
    kind: 'request' | 'response',
    headers: WebRequest.HttpHeaders | undefined,
    details: { readonly url: string; readonly tabId: number; readonly incognito?: boolean },
  ): void {
    const { url, incognito } = details;
    const tabId = details.tabId >= 0 ? details.tabId : null;
    for (const { name } of headers ?? []) {
      const lowerName = name.toLowerCase();
      if (wanted[kind].has(lowerName))
        callback({ kind, lowerName, url, tabId, isPrivate: incognito === true });
    }
  }
}
