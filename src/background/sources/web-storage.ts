import { findTokensInText, noContext, type Sighting } from '../../core/index.ts';
import {
  listOpenPages,
  onPageLoaded,
  readPageStorage,
  type StoredValue,
} from '../../platform/page-storage.ts';
import { readTab } from '../../platform/tabs.ts';
import type { Source } from './source.ts';

/**
 * Tokens that webmail pages, and frames of webmails inside of them, keep in web storage: caches of MSAL.js, oidc-client-ts and Okta's
 * library, and any value that holds a compact token. Read when a page has loaded, twice more a little later, when its sign-in has
 * settled, and when somebody looks at what is said of it.
 */
export const webStorage: Source = {
  id: 'web-storage',
  permissions: ['scripting'],
  start: (emit, nowMs, { follow, patiently, whenLookedAt }) => {
    const watched = new Set<readonly string[]>();
    const read = async (page: OpenPage) => {
      for (const stored of await readPageStorage(page, [...watched].flat())) {
        for (const sighting of readStored(page, stored, nowMs())) emit(sighting);
      }
    };
    // Reading takes time of the page itself.
    const readInTurn = patiently(
      (page: OpenPage) => void read(page),
      () => 0,
    );
    follow({
      watch: ({ pages }) => {
        watched.add(pages);
        const stop = onPageLoaded(pages, (page) => {
          readInTurn(page);
          for (const waitMs of laterMs) setTimeout(() => readInTurn(page), waitMs);
        });
        return () => {
          watched.delete(pages);
          stop();
        };
      },
      look: ({ pages }) => {
        if (pages.length === 0) return;
        void listOpenPages(pages).then((open) => Promise.all(open.map(read)));
      },
    });
    whenLookedAt(async (tabId) => {
      const tab = await readTab(tabId);
      if (tab !== null && tab.host !== null) await read({ ...tab, host: tab.host });
    });
  },
};

/** Client libraries fetch their tokens within some seconds after a page has loaded. */
const laterMs = [1_500, 6_000];

interface OpenPage {
  readonly id: number;
  readonly host: string;
  readonly isPrivate: boolean;
}

/** MSAL.js encrypts what it keeps in local storage (version 4 and later); its key is a cookie that is left alone. */
const encryptedCache = /^\{"id":"[^"]{1,64}","nonce":"[^"]{1,64}","data":"[^"]*"/;

/** What one stored value shows: its tokens, or an encrypted entry, which is told by its shape and cannot be read. */
export function readStored(
  { id, isPrivate }: Pick<OpenPage, 'id' | 'isPrivate'>,
  { host, value }: StoredValue,
  seenAtMs: number,
): readonly Sighting[] {
  const credentials = encryptedCache.test(value) ? [value] : findTokensInText(value);
  return credentials.map((credential) => ({
    credential,
    source: webStorage.id,
    seenAtMs,
    host,
    documentHost: host,
    tabIds: [id],
    isPrivate,
    context: { ...noContext, presentedAs: 'storage' },
  }));
}
