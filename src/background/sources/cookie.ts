import { findTokensInText, noContext, type Sighting } from '../../core/index.ts';
import { listCookies, type ObservedCookie, onCookieSet } from '../../platform/cookies.ts';
import type { Source } from './source.ts';

/** Tokens that webmails keep in cookies: at the start of the background, and whenever one is set. */
export const cookie: Source = {
  id: 'cookie',
  permissions: ['cookies'],
  start: (emit, nowMs, { follow }) => {
    const read = (host: string, seen: ObservedCookie) => {
      for (const sighting of readCookie(host, seen, nowMs())) emit(sighting);
    };
    follow({
      watch: ({ pages }) =>
        onCookieSet((seen) => {
          for (const host of pages.filter((known) => belongsTo(known, seen))) read(host, seen);
        }),
      look: ({ pages }) => {
        for (const host of pages) {
          // A host that may not be looked at has no cookies for us.
          void listCookies(host).then(
            (cookies) => {
              for (const seen of cookies) read(host, seen);
            },
            () => undefined,
          );
        }
      },
    });
  },
};

/** Whether a page of this host gets the cookie (RFC 6265 section 5.1.3). */
export function belongsTo(host: string, { host: owner, isDomainWide }: ObservedCookie): boolean {
  return host === owner || (isDomainWide && host.endsWith(`.${owner}`));
}

/** Opens what MSAL.js 4 and later keeps encrypted in local storage. It is no token, and what it opens is none of ours. */
const cacheKeyName = 'msal.cache.encryption';

/** What one cookie of a webmail's host shows. */
export function readCookie(
  host: string,
  { name, value, isPrivate }: ObservedCookie,
  seenAtMs: number,
): readonly Sighting[] {
  const tokens = name === cacheKeyName ? [] : findTokensInText(value);
  return tokens.map((credential) => ({
    credential,
    source: cookie.id,
    seenAtMs,
    host,
    documentHost: host,
    // A cookie serves every tab of its site.
    tabIds: [],
    isPrivate,
    context: { ...noContext, presentedAs: 'cookie' },
  }));
}
