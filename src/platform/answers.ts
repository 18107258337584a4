import browser, { type WebRequest } from 'webextension-polyfill';
import { readHeaderValues } from './header-values.ts';
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

/** How many characters of a server's making an answer has. */
export const sizeOfAnswer = ({
  url,
  pageUrl,
  challenges,
  authorizations,
}: ObservedAnswer): number =>
  [url, pageUrl ?? '', ...challenges, ...authorizations].reduce(
    (sum, text) => sum + text.length,
    0,
  );

type Callback = (answer: ObservedAnswer) => void;

/** Those who look at the same answers: the browser sends the extension each answer once for every listener. */
const groups = new Map<string, { readonly callbacks: Set<Callback>; readonly stop: () => void }>();

/** Calls back for the answers to requests to `urls`, until what it returns is called. Observes only: no answer ever waits for it. */
export function observeAnswers(urls: readonly string[], callback: Callback): () => void {
  const name = urls.join(' ');
  const group = groups.get(name) ?? listen(urls);
  groups.set(name, group);
  // The same function may look at several groups, but is called once for each answer.
  group.callbacks.add(callback);
  return () => {
    group.callbacks.delete(callback);
    if (group.callbacks.size > 0 || groups.get(name) !== group) return;
    groups.delete(name);
    group.stop();
  };
}

function listen(urls: readonly string[]) {
  const callbacks = new Set<Callback>();
  const receive = (details: WebRequest.OnHeadersReceivedDetailsType): void => {
    const { requestId, url, statusCode, responseHeaders } = details;
    const pageUrl = readPageUrl(details);
    if (isOwnRequest(pageUrl)) return;
    const answer = {
      requestId,
      url,
      tabId: details.tabId >= 0 ? details.tabId : null,
      pageUrl,
      isPrivate: details.incognito === true,
      status: statusCode,
      challenges: readHeaderValues(responseHeaders, 'www-authenticate'),
      authorizations: readHeaderValues(responseHeaders, 'authorization'),
    };
    for (const callback of callbacks) callback(answer);
  };
  const { onHeadersReceived } = browser.webRequest;
  onHeadersReceived.addListener(
    receive,
    { urls: [...urls], types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'] },
    ['responseHeaders'],
  );
  return { callbacks, stop: () => onHeadersReceived.removeListener(receive) };
}
