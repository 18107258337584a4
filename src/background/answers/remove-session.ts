import { findProvider, type Session, type SessionEnd } from '../../core/index.ts';
import type { RemovedCookies } from '../../platform/site-cookies.ts';
import type { KnownTab } from '../../platform/tabs.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import type { RemoveAnswer } from '../../protocol/rescue-schema.ts';
import type { Webmails } from '../session-view.ts';

/** How the browser is made to forget a site. */
export interface SiteRemoval {
  readonly readTab: (tabId: number) => Promise<KnownTab | null>;
  /** Tabs of a host in the same profile, container or private window. */
  readonly listSiteTabs: (tabId: number, host: string) => Promise<readonly number[]>;
  readonly emptySiteStorage: (tabId: number, host: string) => Promise<boolean>;
  readonly removeSiteCookies: (
    tabId: number,
    host: string,
    keepers: readonly string[],
  ) => Promise<RemovedCookies>;
  readonly reloadTab: (tabId: number) => Promise<void>;
}

/**
 * Removes the session of the webmail in a tab from this browser: the storage of its open pages, then its cookies, and at last those
 * pages are loaded anew. Only a known webmail's, and only of the host that the tab shows.
 */
export const answerRemoveSession =
  (
    parts: SiteRemoval & {
      readonly webmails: () => Webmails;
      readonly end: (end: SessionEnd, isMeant: (session: Session) => boolean) => Promise<boolean>;
      readonly nowMs: () => number;
    },
  ) =>
  async ({ tabId }: RequestOf<'remove-session'>): Promise<RemoveAnswer> => {
    const tab = await parts.readTab(tabId);
    const host = tab?.host ?? null;
    const provider = host === null ? null : findProvider(host, host, parts.webmails());
    if (tab === null || host === null || provider === null) return { result: 'not-a-webmail' };
    const tabs = await parts.listSiteTabs(tabId, host);
    const emptied = await Promise.all(tabs.map((id) => parts.emptySiteStorage(id, host)));
    const { removed, left } = await parts.removeSiteCookies(
      tabId,
      host,
      provider.cookieHosts ?? [],
    );
    await Promise.all(tabs.map(parts.reloadTab));
    await parts.end(
      { atMs: parts.nowMs(), because: 'cookies-gone' },
      (session) =>
        session.provider === provider.id &&
        session.isPrivate === tab.isPrivate &&
        session.tabs.some((use) => tabs.includes(use.tabId)),
    );
    return {
      result: 'done',
      cookies: removed,
      cookiesLeft: left,
      isStorageEmpty: emptied.every(Boolean),
      tabs: tabs.length,
    };
  };
