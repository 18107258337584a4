import {
  findProvider,
  type Inspection,
  isUsedInTab,
  providers,
  type Session,
  sessionVerdict,
  verdictOrder,
} from '../core/index.ts';
import type { PopupView, SessionView } from '../protocol/views.ts';

/** Most tokens of a session that a page is shown. */
const maxShown = 16;

const byVerdict = (
  a: { verdict: SessionView['verdict'] },
  b: { verdict: SessionView['verdict'] },
) => verdictOrder.indexOf(b.verdict) - verdictOrder.indexOf(a.verdict);

export interface ViewedTab {
  readonly id: number;
  readonly host: string | null;
  readonly loadedAtMs: number;
  readonly canSee: boolean;
}

/** What the popup shows for a tab; `sessions` come with the one seen last first. */
export function buildPopupView(
  { id, host, loadedAtMs, canSee }: ViewedTab,
  sessions: readonly Session[],
  nowMs: number,
): PopupView {
  const provider = host === null ? null : findProvider(host, host);
  const ofProvider =
    provider === null ? [] : sessions.filter((session) => session.provider === provider.id);
  const inTab = ofProvider.filter((session) => isUsedInTab(session, id, loadedAtMs));
  const viewAll = (shown: readonly Session[]) =>
    shown.map((session) => buildSessionView(session, nowMs)).sort(byVerdict);
  const here = viewAll(joinNameless(inTab));
  return {
    state: stateOf(provider !== null, canSee, here.length > 0),
    host,
    providerName: provider?.name ?? null,
    here,
    elsewhere: viewAll(sessions.filter((session) => !inTab.includes(session))),
  };
}

/**
 * Credentials that nobody can read name no account. Beside a session that does, they are a part of it that could not be checked,
 * and no session of their own; what is wrong with one of them is never folded away.
 */
function joinNameless(sessions: readonly Session[]): readonly Session[] {
  const isNameless = ({ subject, account, inspections }: Session) =>
    subject === null &&
    account === null &&
    inspections.every(({ verdict }) => verdict === 'not-inspected');
  const named = sessions.filter((session) => !isNameless(session));
  const [latest, ...rest] = named;
  if (latest === undefined) return sessions;
  const nameless = sessions.filter(isNameless).flatMap(({ inspections }) => inspections);
  return [{ ...latest, inspections: [...latest.inspections, ...nameless] }, ...rest];
}

function stateOf(isWebmail: boolean, canSee: boolean, hasSession: boolean): PopupView['state'] {
  if (!isWebmail) return 'not-webmail';
  if (!canSee) return 'permission-missing';
  return hasSession ? 'session' : 'waiting';
}

function buildSessionView(session: Session, nowMs: number): SessionView {
  const provider = providers.find(({ id }) => id === session.provider) ?? null;
  const newestFirst = [...session.inspections].sort((a, b) => b.seenAtMs - a.seenAtMs);
  return {
    id: session.id,
    provider: session.provider,
    providerName: provider?.name ?? hostOf(session.inspections),
    signOutUrl: provider?.signOutUrl ?? null,
    account: session.account,
    tenant: session.tenant,
    verdict: sessionVerdict(session, nowMs),
    inspections: newestFirst.sort(byVerdict).slice(0, maxShown),
    lastSeenAtMs: session.lastSeenAtMs,
  };
}

const hostOf = ([inspection]: readonly Inspection[]): string => inspection?.host ?? '';
