import { noContext, providers, type Sighting } from '../../core/index.ts';
import { hostOf } from '../../platform/tabs.ts';
import { type ObservedRequest, observeAuthorization } from '../../platform/web-request.ts';
import type { Source } from './source.ts';

/** RFC 6750 section 2.1; the scheme's letters may have any case (RFC 9110 section 11.1). */
const bearer = /^bearer +/i;

/** Bearer tokens in the `Authorization` headers that webmail pages send to their own hosts and to their interfaces. */
export const requestHeader: Source = {
  id: 'request-header',
  permissions: ['webRequest'],
  start: (emit, nowMs) => {
    const hosts = new Set(providers.flatMap(({ hosts, apiHosts }) => [...hosts, ...apiHosts]));
    const urls = [...hosts].map((host) => `https://${host}/*`);
    observeAuthorization(urls, (request) => {
      for (const sighting of readSightings(request, nowMs())) emit(sighting);
    });
  },
};

/** What one request shows: a sighting for each bearer token in it. */
export function readSightings(request: ObservedRequest, seenAtMs: number): readonly Sighting[] {
  const host = hostOf(request.url);
  if (host === null) return [];
  return request.authorizations.flatMap((value) => {
    const scheme = bearer.exec(value);
    if (scheme === null) return [];
    return [
      {
        credential: value.slice(scheme[0].length).trim(),
        source: requestHeader.id,
        seenAtMs,
        host,
        documentHost: hostOf(request.pageUrl ?? undefined),
        tabIds: request.tabId === null ? [] : [request.tabId],
        isPrivate: request.isPrivate,
        context: { ...noContext, presentedAs: 'bearer', url: request.url },
      },
    ];
  });
}
