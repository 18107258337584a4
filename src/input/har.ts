import type { Body } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { Pair } from './found.ts';
import { hostOf, listOf, memberOf, textOf } from './json.ts';
import { parseTime } from './time.ts';

/** Whether a value is an entry of an HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/, read 2026-11-24). */
export const isHarEntry = (value: unknown): boolean =>
  textOf(memberOf(value, 'request'), 'url') !== null;

/** Reads one entry. */
export function readHarEntry(entry: unknown, place: string): Exchange {
  const request = memberOf(entry, 'request');
  const response = memberOf(entry, 'response');
  const postData = memberOf(request, 'postData');
  const status = memberOf(response, 'status');
  const redirect = textOf(response, 'redirectURL');
  const headers = readPairs(response, 'headers', `${place}.response.headers`);
  const hasLocation = headers.some(({ name }) => name.toLowerCase() === 'location');
  return {
    place: `${place}.request`,
    method: textOf(request, 'method'),
    url: textOf(request, 'url'),
    atMs: parseTime(textOf(entry, 'startedDateTime') ?? ''),
    serverMs: dateOf(headers),
    page: textOf(entry, 'pageref'),
    requestHeaders: readPairs(request, 'headers', `${place}.request.headers`),
    requestCookies: readPairs(request, 'cookies', `${place}.request.cookies`),
    query: readPairs(request, 'queryString', `${place}.request.queryString`),
    form: readPairs(postData, 'params', `${place}.request.postData.params`),
    requestBody: readBody(postData, `${place}.request.postData`),
    messages: listOf(entry, '_webSocketMessages').flatMap((message, index) => {
      const value = textOf(message, 'data');
      const messagePlace = `${place}.messages[${index}]`;
      return value === null ? [] : [{ name: '', value, place: messagePlace }];
    }),
    status: typeof status === 'number' && status > 0 ? status : null,
    responseHeaders:
      redirect === null || redirect === '' || hasLocation
        ? headers
        : [
            ...headers,
            { name: 'location', value: redirect, place: `${place}.response.redirectURL` },
          ],
    responseCookies: readPairs(response, 'cookies', `${place}.response.cookies`),
    responseBody: readBody(memberOf(response, 'content'), `${place}.response.content`),
  };
}

/** Hosts of the pages of a file by their ids. Chromium writes a page's address as its title. */
export function readPages(pages: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const page of Array.isArray(pages) ? pages : []) {
    const id = textOf(page, 'id');
    const host = hostOf(textOf(page, 'title'));
    if (id !== null && host !== null) found.set(id, host);
  }
  return found;
}

export function readPairs(value: unknown, name: string, place: string): readonly Pair[] {
  return listOf(value, name).flatMap((entry, index) => {
    const pair = readPair(entry);
    return pair === null ? [] : [{ ...pair, place: `${place}[${index}]` }];
  });
}

/** `{name, value}`, or a list of both. */
function readPair(entry: unknown): { name: string; value: string } | null {
  const isList = Array.isArray(entry);
  const name: unknown = isList ? entry[0] : memberOf(entry, 'name');
  const value: unknown = isList ? entry[1] : memberOf(entry, 'value');
  return typeof name === 'string' && typeof value === 'string' ? { name, value } : null;
}

function readBody(value: unknown, place: string): Body | null {
  const text = textOf(value, 'text');
  if (text === null || text === '') return null;
  const isBase64 = textOf(value, 'encoding') === 'base64';
  return { text, mimeType: textOf(value, 'mimeType') ?? '', isBase64, place };
}

/** The server's own time (RFC 9110 section 6.6.1), unless a cache kept the answer (RFC 9111 section 5.1). */
export function dateOf(headers: readonly Pair[]): number | null {
  const headerOf = (wanted: string) =>
    headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;
  const time = Date.parse(headerOf('date') ?? '');
  return Number.isNaN(time) || headerOf('age') !== null ? null : time;
}
