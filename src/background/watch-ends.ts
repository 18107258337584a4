import {
  type Directory,
  findProvider,
  hostOfAddress,
  isSignOutAddress,
  type Provider,
  providers,
  type Session,
  type SessionCookie,
} from '../core/index.ts';
import { type CookieShape, listCookies, onCookieRemoved } from '../platform/cookies.ts';
import { keepsNothing, onPageLoaded } from '../platform/page-storage.ts';
import { hostOf } from '../platform/tabs.ts';
import { observeVisits, type Visit } from '../platform/visits.ts';
import type { SessionStore } from './session-store.ts';
import type { Follow } from './sources/source.ts';

/** Cookies go in bunches; this long after one of them is looked what is left. */
export const cookieDelayMs = 1_000;

/** A page has put its tokens where it keeps them by this long after it has loaded. */
export const storageDelayMs = 10_000;

export interface EndParts {
  readonly sessions: Pick<SessionStore, 'end' | 'list' | 'ready'>;
  readonly directory: () => Pick<Directory, 'providers' | 'issuers'>;
  /** Whether a tab is in a private window: not every browser says it of requests. */
  readonly isPrivateTab: (tabId: number) => Promise<boolean>;
  /** Called when a session has ended. */
  readonly onEnd: () => Promise<void>;
  readonly nowMs: () => number;
}

/** Notices that sessions end: a sign-out address is opened, or the cookies that a session rests on are gone. Registers its listeners at once. */
export function watchEnds(parts: EndParts, { follow }: { readonly follow: Follow }): void {
  const ends = createEnds(parts);
  const visit = (seen: Visit) => void ends.visit(seen);
  follow({ watch: ({ pages, signIn }) => observeVisits([...pages, ...signIn], visit) });
  observeVisits([...new Set(providers.flatMap(({ signInHosts = [] }) => signInHosts))], visit);
  onCookieRemoved(ends.cookieRemoved);
  follow({
    watch: ({ pages }) =>
      onPageLoaded(pages, (page) => {
        const loadedAtMs = parts.nowMs();
        setTimeout(() => void ends.pageSettled(page, loadedAtMs), storageDelayMs);
      }),
  });
}

export function createEnds({ sessions, directory, isPrivateTab, onEnd, nowMs }: EndParts) {
  const looking = new Set<string>();

  async function visit({ url, tabId, isPrivate: isSaid }: Visit): Promise<void> {
    if (!isSignOutAddress(url)) return;
    const end = { atMs: nowMs(), because: 'signed-out' } as const;
    await sessions.ready;
    const isPrivate = isSaid || (await isPrivateTab(tabId));
    const isMeant = whoseSignOut(hostOf(url), sessions.list(), tabId, isPrivate, directory());
    if (await sessions.end(end, isMeant)) await onEnd();
  }

  /** Only where the webmail's data says on which cookies its sessions rest, and something of a session is known. */
  function cookieRemoved(cookie: CookieShape): void {
    for (const provider of directory().providers) {
      if (!restsOn(provider).some((known) => isNamed(known, cookie))) continue;
      if (!provider.hosts.some((host) => reaches(cookie, host))) continue;
      const name = `${provider.id} ${cookie.isPrivate}`;
      if (looking.has(name)) continue;
      looking.add(name);
      setTimeout(() => {
        looking.delete(name);
        void lookForCookies(provider, cookie.isPrivate);
      }, cookieDelayMs);
    }
  }

  async function lookForCookies(provider: Provider, isPrivate: boolean): Promise<void> {
    const end = { atMs: nowMs(), because: 'cookies-gone' } as const;
    await sessions.ready;
    const isMeant = (session: Session) =>
      session.provider === provider.id && session.isPrivate === isPrivate && session.end === null;
    if (!sessions.list().some(isMeant)) return;
    const lists = await Promise.all(provider.hosts.map(listCookies)).catch(() => null);
    // What cannot be read may be there.
    if (lists === null) return;
    const isLeft = lists
      .flat()
      .some(
        (cookie) =>
          cookie.isPrivate === isPrivate &&
          restsOn(provider).some((known) => isNamed(known, cookie)),
      );
    if (!isLeft && (await sessions.end(end, isMeant))) await onEnd();
  }

  /** A page that kept tokens before, keeps none any more, and has sent none since it was loaded. */
  async function pageSettled(
    {
      id,
      host,
      isPrivate,
    }: { readonly id: number; readonly host: string; readonly isPrivate: boolean },
    loadedAtMs: number,
  ): Promise<void> {
    await sessions.ready;
    const isMeant = (session: Session) =>
      session.isPrivate === isPrivate &&
      session.lastSeenAtMs < loadedAtMs &&
      session.places.some(
        (place) => place.source === 'web-storage' && place.host === host && place.tabId === id,
      );
    if (!sessions.list().some((session) => session.end === null && isMeant(session))) return;
    const end = { atMs: nowMs(), because: 'storage-emptied' } as const;
    if (!(await keepsNothing(id, host))) return;
    if (await sessions.end(end, isMeant)) await onEnd();
  }

  return { visit, cookieRemoved, pageSettled };
}

/**
 * A webmail's own sign-out ends what was used in that tab, or all of that webmail where nothing was. A sign-in service has many customers,
 * so its sign-out ends only what was used in that very tab.
 */
function whoseSignOut(
  host: string | null,
  known: readonly Session[],
  tabId: number,
  isPrivate: boolean,
  { providers: webmails, issuers }: Pick<Directory, 'providers' | 'issuers'>,
): (session: Session) => boolean {
  const own = host === null ? null : findProvider(host, host, webmails);
  const signers = issuers
    .filter(({ keyDocuments }) => keyDocuments.some(({ url }) => hostOfAddress(url) === host))
    .map(({ id }) => id);
  const served = webmails.filter(
    ({ issuers: named, signInHosts = [] }) =>
      (host !== null && signInHosts.includes(host)) || named.some((id) => signers.includes(id)),
  );
  const ids = new Set(own === null ? served.map(({ id }) => id) : [own.id]);
  const isCandidate = (session: Session) =>
    session.provider !== null && ids.has(session.provider) && session.isPrivate === isPrivate;
  const isHere = (session: Session) =>
    isCandidate(session) && session.tabs.some((use) => use.tabId === tabId);
  return own === null || known.some(isHere) ? isHere : isCandidate;
}

const restsOn = ({ sessionCookies = [] }: Provider): readonly SessionCookie[] =>
  sessionCookies.filter(({ purpose }) => purpose === 'session' || purpose === 'sign-in');

const isNamed = ({ name, isPrefix }: SessionCookie, cookie: CookieShape): boolean =>
  isPrefix ? cookie.name.startsWith(name) : cookie.name === name;

const reaches = ({ host: owner, isDomainWide }: CookieShape, host: string): boolean =>
  host === owner || (isDomainWide && host.endsWith(`.${owner}`));
