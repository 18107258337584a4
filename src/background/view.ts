import {
  findProvider,
  isUsedInTab,
  type Provider,
  providers,
  type Session,
  type SessionBinding,
} from '../core/index.ts';
import type { CookieShape } from '../platform/cookies.ts';
import type { SiteAccess } from '../platform/site-access.ts';
import type { PopupView, SessionLine, Surroundings, UnseenWebmail } from '../protocol/views.ts';
import { describeOpaque } from './opaque-session.ts';
import {
  buildSessionLine,
  buildSessionView,
  byVerdict,
  isWarning,
  type Webmails,
} from './session-view.ts';

export interface ViewedTab {
  readonly id: number;
  readonly host: string | null;
  readonly loadedAtMs: number;
  /** Whether the tab's page may be looked at; `open` for pages that are no webmail. */
  readonly access: SiteAccess;
  readonly isPrivate: boolean;
  /** Whether the person turned this tab's webmail off. Left out: no. */
  readonly isOff?: boolean;
}

/** What was looked up for a tab beside its sessions. */
export interface LookedUp {
  /** Null: not looked up, or the browser did not tell. */
  readonly cookies: readonly CookieShape[] | null;
  readonly binding: SessionBinding;
  /** Webmails that may not be looked at, for a page that the browser does not tell. */
  readonly unseen: readonly UnseenWebmail[];
  /** Hosts of this tab's webmail that the person can be asked for. */
  readonly askHosts: readonly string[];
}

export const nothingLookedUp: LookedUp = Object.freeze({
  cookies: null,
  binding: 'none-seen',
  unseen: Object.freeze([]),
  askHosts: Object.freeze([]),
});

/** A browser of a person's own, connected. */
export const plainSurroundings: Surroundings = Object.freeze({
  isOnline: true,
  isManaged: false,
  supportContact: null,
  mayAccept: true,
  seesPrivateWindows: true,
});

/** What the popup shows for a tab; `sessions` come with the one seen last first. */
export function buildPopupView(
  { id, host, loadedAtMs, access, isPrivate, isOff = false }: ViewedTab,
  sessions: readonly Session[],
  nowMs: number,
  { unseen, askHosts, ...known }: LookedUp = nothingLookedUp,
  surroundings: Surroundings = plainSurroundings,
  webmails: Webmails = providers,
): PopupView {
  const provider = host === null ? null : findProvider(host, host, webmails);
  const ofProvider =
    provider === null ? [] : sessions.filter((session) => session.provider === provider.id);
  const inTab = ofProvider.filter(
    (session) =>
      !isOff && isUsedInTab(session, id, loadedAtMs) && !isOver(session, webmails, nowMs),
  );
  const here = joinNameless(inTab)
    .map((session) => buildSessionView(session, webmails, nowMs))
    .sort(byVerdict);
  const elsewhere = sessions
    .filter((session) => !inTab.includes(session) && !isPartOfAnother(session, sessions))
    .map((session) => buildSessionLine(session, webmails, nowMs))
    .sort(byVerdict);
  const state =
    provider === null
      ? host === null && unseen.length > 0
        ? 'hidden'
        : 'not-webmail'
      : isOff
        ? 'turned-off'
        : stateOf(provider, access, here);
  return {
    state,
    host,
    providerName: provider?.name ?? null,
    opaque:
      provider !== null && state === 'opaque'
        ? describeOpaque(provider, { ...known, sessions: inTab })
        : null,
    binding: known.binding,
    unseen: state === 'hidden' ? unseen : [],
    askHosts: state === 'permission-missing' ? askHosts : [],
    isPrivate,
    isFirstUse: sessions.length === 0,
    here,
    elsewhere: endedLast(elsewhere),
    ...surroundings,
  };
}

/**
 * Whether somebody ended it. What time has ended may be a page that slept; what is wrong with a session stays on the page that it was
 * seen on.
 */
function isOver(session: Session, webmails: Webmails, nowMs: number): boolean {
  return session.end !== null && !isWarning(buildSessionLine(session, webmails, nowMs).verdict);
}

function endedLast(views: readonly SessionLine[]): readonly SessionLine[] {
  const ended = views.filter(({ endedAtMs }) => endedAtMs !== null);
  return [
    ...views.filter(({ endedAtMs }) => endedAtMs === null),
    ...ended.sort((a, b) => (b.endedAtMs ?? 0) - (a.endedAtMs ?? 0)),
  ];
}

/**
 * Credentials that nobody can read name no account. Beside a session that does, they are a part of it that could not be checked,
 * and no session of their own; what is wrong with one of them is never folded away.
 */
const isNameless = ({ subject, account, inspections }: Session): boolean =>
  subject === null &&
  account === null &&
  inspections.every(({ verdict }) => verdict === 'not-inspected');

/** Whether a webmail's other session is the one that this belongs to; a line of its own would say nothing. */
const isPartOfAnother = (session: Session, sessions: readonly Session[]): boolean =>
  isNameless(session) &&
  sessions.some(
    (other) =>
      other.provider === session.provider &&
      other.isPrivate === session.isPrivate &&
      !isNameless(other),
  );

function joinNameless(sessions: readonly Session[]): readonly Session[] {
  const named = sessions.filter((session) => !isNameless(session));
  const [latest, ...rest] = named;
  if (latest === undefined) return sessions;
  const nameless = sessions.filter(isNameless).flatMap(({ inspections }) => inspections);
  return [{ ...latest, inspections: [...latest.inspections, ...nameless] }, ...rest];
}

function stateOf(
  { isOpaque }: Provider,
  access: SiteAccess,
  here: readonly SessionLine[],
): PopupView['state'] {
  if (access === 'not-permitted') return 'permission-missing';
  if (access === 'closed') return 'site-closed';
  if (isOpaque && !here.some(({ verdict }) => isWarning(verdict))) return 'opaque';
  return here.length > 0 ? 'session' : 'waiting';
}
