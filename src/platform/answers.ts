import browser, { type WebRequest } from 'webextension-polyfill';
import { isOwnRequest, readPageUrl } from './request-origin.ts';

/** The beginning of a server's answer. Hostile text. */
export interface ObservedAnswer {
  readonly requestId: string;
  readonly url: string;
  readonly tabId: number | null;
  readonly pageUrl: string | null;
  readonly isPrivate: boolean;
  /** RFC 9110 section 15. */
  readonly status: number;
  /** Values of `WWW-Authenticate` (RFC 9110 section 11.6.1). */
  readonly challenges: readonly string[];
  /** Values of `Authorization`, which some services answer with. */
  readonly authorizations: readonly string[];
}

/** Calls back for the answers to requests to `urls`, until what it returns is called. Observes only: no answer ever waits for it. */
export function observeAnswers(
  urls: readonly string[],
  callback: (answer: ObservedAnswer) => void,
): () => void {
  const receive = (details: WebRequest.OnHeadersReceivedDetailsType): void => {
    const { requestId, url, statusCode, responseHeaders } = details;
    const pageUrl = readPageUrl(details);
    if (isOwnRequest(pageUrl)) return;
    callback({
      requestId,
      url,
      tabId: details.tabId >= 0 ? details.tabId : null,
      pageUrl,
      isPrivate: details.incognito === true,
      status: statusCode,
      challenges: readValues(responseHeaders, 'www-authenticate'),
      authorizations: readValues(responseHeaders, 'authorization'),
    });
  };
  const { onHeadersReceived } = browser.webRequest;
  onHeadersReceived.addListener(
    receive,
    { urls: [...urls], types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'] },
    ['responseHeaders'],
  );
  return () => onHeadersReceived.removeListener(receive);
}

function readValues(headers: WebRequest.HttpHeaders | undefined, lowerName: string): string[] {
  return (headers ?? []).flatMap(({ name, value }) =>
    value !== undefined && name.toLowerCase() === lowerName ? [value] : [],
  );
}
