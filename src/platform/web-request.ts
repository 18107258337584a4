import browser, { type WebRequest } from 'webextension-polyfill';
import { readHeaderValues } from './header-values.ts';
import { isOwnRequest, readPageUrl } from './request-origin.ts';

/** One request of a page as it left the browser. Everything in it may be hostile. */
export interface ObservedRequest {
  /** The browser's name for the request, by which its answer is told. */
  readonly requestId: string;
  readonly url: string;
  /** RFC 9110 section 9. */
  readonly method: string;
  /** Tab that asked, or null for the site's own service worker and for requests without a tab. */
  readonly tabId: number | null;
  /** Address or origin of the page that asked; null when the browser does not say. */
  readonly pageUrl: string | null;
  readonly isPrivate: boolean;
  /** Values of the `Authorization` header (RFC 9110 section 11.6.2). */
  readonly authorizations: readonly string[];
  /** Values of the `DPoP` header (RFC 9449 section 4.1), which browsers join with commas when a page sets several. */
  readonly proofs: readonly string[];
}

/** How many characters of a page's making a request has. */
export const sizeOfRequest = ({ url, pageUrl, authorizations, proofs }: ObservedRequest): number =>
  [url, pageUrl ?? '', ...authorizations, ...proofs].reduce((sum, text) => sum + text.length, 0);

/**
 * Calls back for every request to `urls` that carries an `Authorization` header. Observes only: the listener is not
 * blocking, so no request ever waits for it. The extension's own requests are left out. What it returns ends the watching.
 *
 * Chromium shows `Authorization` headers that page code sets without `extraHeaders`; Firefox refuses that word and shows
 * them too (both tried on Chromium 156 and Firefox 153).
 */
export function observeAuthorization(
  urls: readonly string[],
  callback: (request: ObservedRequest) => void,
): () => void {
  const receive = (details: WebRequest.OnSendHeadersDetailsType): void => {
    const pageUrl = readPageUrl(details);
    if (isOwnRequest(pageUrl)) return;
    const authorizations = readHeaderValues(details.requestHeaders, 'authorization');
    if (authorizations.length === 0) return;
    callback({
      requestId: details.requestId,
      url: details.url,
      method: details.method,
      tabId: details.tabId >= 0 ? details.tabId : null,
      pageUrl,
      isPrivate: details.incognito === true,
      authorizations,
      proofs: readHeaderValues(details.requestHeaders, 'dpop'),
    });
  };
  const { onSendHeaders } = browser.webRequest;
  onSendHeaders.addListener(receive, { urls: [...urls] }, ['requestHeaders']);
  return () => onSendHeaders.removeListener(receive);
}
