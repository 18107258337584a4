import { findProvider, type Provider } from '../core/index.ts';
import { describeCookies } from '../platform/cookies.ts';
import {
  isPageClosed,
  listUnseenHosts,
  readSiteAccess,
  type SiteAccess,
} from '../platform/site-access.ts';
import type { KnownTab } from '../platform/tabs.ts';
import type { PopupView, Surroundings, UnseenWebmail } from '../protocol/views.ts';
import type { BindingStore } from './binding-store.ts';
import type { ClosedPages } from './closed-pages.ts';
import type { OffWebmails } from './off-webmails.ts';
import type { SessionStore } from './session-store.ts';
import type { Webmails } from './session-view.ts';
import { buildPopupView, type LookedUp, nothingLookedUp } from './view.ts';

/** Stands for a tab that is not there; no browser gives this id. */
export const noTab: KnownTab = { id: -2, host: null, isPrivate: false };

export interface TabViewer {
  /** What the toolbar button of a tab stands for: nothing is looked up but whether the site may be looked at. */
  glance(tab: KnownTab): Promise<PopupView>;
  /** What the popup of a tab shows, with what is known of an opaque session and of a page that the browser hides. */
  look(tab: KnownTab): Promise<PopupView>;
}

/** Gathers what a view is made of. What is looked up is shown and dropped, never stored. */
export function createTabViewer({
  sessions,
  bindings,
  surroundings,
  webmails,
  off = () => nothingOff,
  closedPages = { has: () => false },
  keyHostsOf = () => [],
  nowMs,
}: {
  readonly sessions: SessionStore;
  readonly bindings: BindingStore;
  readonly surroundings: () => Surroundings;
  /** The webmails that there are now, added ones too. */
  readonly webmails: () => Webmails;
  /** Those that the person turned off: nothing is looked up about them. Left out: none. */
  readonly off?: () => OffWebmails;
  /** Pages that were found to be kept from the extension. Left out: none. */
  readonly closedPages?: ClosedPages;
  /** Where the keys of a webmail's added issuers are, which the person must give too. Left out: nowhere. */
  readonly keyHostsOf?: (provider: Provider) => readonly string[];
  readonly nowMs: () => number;
}): TabViewer {
  async function view(tab: KnownTab, access: SiteAccess, known: LookedUp): Promise<PopupView> {
    await sessions.ready;
    const isOff = isTurnedOff(providerOf(tab));
    const viewed = { ...tab, access, isOff, loadedAtMs: sessions.loadedAtMs(tab.id) };
    return buildPopupView(viewed, sessions.list(), nowMs(), known, surroundings(), webmails());
  }

  const providerOf = ({ host }: KnownTab): Provider | null =>
    host === null ? null : findProvider(host, host, webmails());

  const isTurnedOff = (provider: Provider | null): boolean =>
    provider !== null && off().has(provider.id);

  async function accessOf(tab: KnownTab): Promise<SiteAccess> {
    const provider = providerOf(tab);
    if (tab.host === null || provider === null || isTurnedOff(provider)) return 'open';
    return readSiteAccess(tab.host);
  }

  async function viewHidden(tab: KnownTab): Promise<PopupView> {
    const watched = webmails().filter((one) => !isTurnedOff(one));
    return view(tab, 'open', { ...nothingLookedUp, unseen: await listUnseen(watched, keyHostsOf) });
  }

  return {
    async glance(tab) {
      if (tab.host === null) return viewHidden(tab);
      const seen = await view(tab, await accessOf(tab), nothingLookedUp);
      return isSilent(seen) && closedPages.has(tab.id)
        ? view(tab, 'closed', nothingLookedUp)
        : seen;
    },
    async look(tab) {
      if (tab.host === null) return viewHidden(tab);
      const provider = providerOf(tab);
      if (isTurnedOff(provider)) return view(tab, 'open', nothingLookedUp);
      const access = await accessOf(tab);
      if (access === 'not-permitted' && provider !== null) {
        return view(tab, access, {
          ...nothingLookedUp,
          askHosts: await listAskable(provider, keyHostsOf(provider)),
        });
      }
      const seen = await view(
        tab,
        access,
        provider !== null && access === 'open'
          ? await lookUp(tab, provider, bindings)
          : nothingLookedUp,
      );
      return isSilent(seen) && (await isPageClosed(tab.id))
        ? view(tab, 'closed', nothingLookedUp)
        : seen;
    },
  };
}

/** A page of which something was seen is open. One of which nothing was seen may be kept from us. */
const isSilent = ({ state }: PopupView): boolean => state === 'waiting' || state === 'opaque';

const nothingOff: OffWebmails = new Set();

async function lookUp(
  { id, host, isPrivate }: KnownTab,
  provider: Provider,
  bindings: BindingStore,
): Promise<LookedUp> {
  await bindings.ready;
  const cookies =
    host === null || !provider.isOpaque
      ? null
      : await describeCookies(id, host, provider.cookieHosts ?? []).catch(() => null);
  const binding = bindings.of({ provider: provider.id, isPrivate });
  return { ...nothingLookedUp, cookies, binding };
}

/** Hosts of a webmail's pages, its interfaces and its added issuers that the person can be asked for. */
async function listAskable(
  { hosts, apiHosts }: Provider,
  keyHosts: readonly string[],
): Promise<readonly string[]> {
  const unseen = await listUnseenHosts([...hosts, ...apiHosts, ...keyHosts]);
  return [...unseen].flatMap(([host, reason]) => (reason === 'not-permitted' ? [host] : []));
}

/** Webmails of which at least one page's host may not be looked at. */
async function listUnseen(
  webmails: Webmails,
  keyHostsOf: (provider: Provider) => readonly string[],
): Promise<readonly UnseenWebmail[]> {
  const wanted = webmails.flatMap((one) => [...one.hosts, ...keyHostsOf(one)]);
  const unseen = await listUnseenHosts([...new Set(wanted)]);
  return webmails.flatMap((webmail) => {
    const { name, hosts } = webmail;
    const reasons = hosts.map((host) => unseen.get(host)).filter((reason) => reason !== undefined);
    const reason = reasons.find((known) => known === 'closed') ?? reasons[0];
    if (reason === undefined) return [];
    const askHosts = [...hosts, ...keyHostsOf(webmail)].filter(
      (host) => unseen.get(host) === 'not-permitted',
    );
    return [{ providerName: name, reason, askHosts: reason === 'closed' ? [] : askHosts }];
  });
}
