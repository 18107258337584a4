import { findTokensInText, noContext, type Sighting } from '../../core/index.ts';
import {
  listOpenAddresses,
  type ObservedAddress,
  observeAddresses,
} from '../../platform/addresses.ts';
import { hostOf } from '../../platform/tabs.ts';
import type { Reach, Source } from './source.ts';

/**
 * Tokens in addresses: query and fragment of navigations and redirects (OAuth 2.0 Multiple Response Type Encoding Practices, section
 * 2.1), WebSockets and event streams, which cannot send headers (RFC 6750 section 2.3).
 */
export const address: Source = {
  id: 'address',
  permissions: ['webRequest'],
  start: (emit, nowMs, { follow, patiently }) => {
    const read = (seen: ObservedAddress, seenAtMs = nowMs()) => {
      for (const sighting of readAddress(seen, seenAtMs)) emit(sighting);
    };
    const see = patiently(
      read,
      ({ url, pageUrl }: ObservedAddress) => url.length + (pageUrl?.length ?? 0),
    );
    follow({
      watch: (reach) => observeAddresses(hostsOf(reach), see),
      // What a person did before the first start of the background still stands in their tabs.
      look: (reach) =>
        void listOpenAddresses(hostsOf(reach)).then((open) => {
          for (const seen of open) read(seen);
        }),
    });
  },
};

const hostsOf = ({ mail, signIn }: Reach): readonly string[] => [...new Set([...mail, ...signIn])];

/** What one address shows. An ID token knows the code and the access token that stand beside it. */
export function readAddress(seen: ObservedAddress, seenAtMs: number): readonly Sighting[] {
  const { url } = seen;
  const tokens = findTokensInText(url);
  const host = hostOf(url.replace(/^wss:/, 'https:'));
  if (tokens.length === 0 || host === null) return [];
  const named = readParameters(url);
  const idToken = named.get('id_token') ?? null;
  return tokens.map((credential) => {
    const isIdToken = credential === idToken;
    return {
      credential,
      source: address.id,
      seenAtMs,
      host,
      documentHost: hostOf(seen.pageUrl ?? undefined),
      tabIds: seen.tabId === null ? [] : [seen.tabId],
      isPrivate: seen.isPrivate,
      context: {
        ...noContext,
        presentedAs: isIdToken ? 'id-token' : 'parameter',
        method: seen.method,
        url,
        code: isIdToken ? (named.get('code') ?? null) : null,
        accessToken: isIdToken ? (named.get('access_token') ?? null) : null,
      },
    };
  });
}

/** Query and fragment together; where a name stands twice, the first counts. */
function readParameters(url: string): ReadonlyMap<string, string> {
  const { search, hash } = new URL(url);
  const pairs = [...new URLSearchParams(search), ...new URLSearchParams(hash.replace(/^#\/?/, ''))];
  return new Map(pairs.reverse());
}
