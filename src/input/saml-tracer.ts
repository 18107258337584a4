import type { Exchange } from './exchange.ts';
import { dateOf, readPairs } from './har.ts';
import { memberOf, textOf } from './json.ts';

/**
 * Whether a value is a request of a SAML-tracer export `{requests, timestamp}` (simplesamlphp/SAML-tracer src/SAMLTraceIO.js, read
 * 2026-11-24). Exports of before version 1.0 have `id` instead of `requestId` and headers as lists of name and value.
 */
export const isTracedRequest = (value: unknown): boolean =>
  textOf(value, 'url') !== null && Array.isArray(memberOf(value, 'requestHeaders'));

/**
 * Reads one request. The export has no time of its own for each: the servers' `Date` tells it. Cookies and posted values can be
 * masked, `Authorization` headers never are.
 */
export function readTracedRequest(request: unknown, place: string): Exchange {
  const headers = readPairs(request, 'responseHeaders', `${place}.responseHeaders`);
  const status = memberOf(request, 'responseStatus');
  return {
    place,
    method: textOf(request, 'method'),
    url: textOf(request, 'url'),
    atMs: null,
    serverMs: dateOf(headers),
    page: null,
    requestHeaders: readPairs(request, 'requestHeaders', `${place}.requestHeaders`),
    requestCookies: [],
    query: readPairs(request, 'get', `${place}.get`),
    form: readPairs(request, 'post', `${place}.post`),
    requestBody: null,
    messages: [],
    status: typeof status === 'number' && status > 0 ? status : null,
    responseHeaders: headers,
    responseCookies: [],
    responseBody: null,
  };
}
