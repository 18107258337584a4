import { listOpenPages, onPageLoaded } from '../platform/page-storage.ts';
import { isPageClosed } from '../platform/site-access.ts';
import type { KnownTab } from '../platform/tabs.ts';
import type { SessionStore } from './session-store.ts';
import type { Follow, Patiently } from './sources/source.ts';

/** Most tabs whose closed page is remembered. */
export const maxClosedPages = 256;

export interface ClosedPages {
  /** Whether the page that this tab shows was found to be kept from the extension. */
  has(tabId: number): boolean;
}

/**
 * Finds pages of webmails that the browser keeps from extensions though their host was given. Firefox tells that of a page alone (tried on
 * 153 with `runtime_blocked_hosts`), so each is asked once, when it has loaded, and those that are open at the start. Registers its
 * listeners at once.
 */
export function watchClosedPages(
  { follow, patiently }: { readonly follow: Follow; readonly patiently: Patiently },
  /** When the page of each tab was loaded: another page is another question. */
  { loadedAtMs, ready }: Pick<SessionStore, 'loadedAtMs' | 'ready'>,
  onFound: (tab: KnownTab) => void,
): ClosedPages {
  const closed = new Map<number, number>();

  async function ask(tab: KnownTab): Promise<void> {
    await ready;
    const atMs = loadedAtMs(tab.id);
    if (!(await isPageClosed(tab.id))) return;
    closed.delete(tab.id);
    closed.set(tab.id, atMs);
    const [oldest] = closed.keys();
    if (closed.size > maxClosedPages && oldest !== undefined) closed.delete(oldest);
    onFound(tab);
  }

  // Asking takes time of the page itself.
  const askInTurn = patiently(
    (tab: KnownTab) => void ask(tab),
    () => 0,
  );

  follow({
    watch: ({ pages }) => onPageLoaded(pages, askInTurn),
    look: ({ pages }) => {
      void listOpenPages(pages).then((tabs) => {
        for (const tab of tabs) void ask(tab);
      });
    },
  });
  return { has: (tabId) => closed.get(tabId) === loadedAtMs(tabId) };
}
