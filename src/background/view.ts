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
  const shown = new Set(inTab.map((session) => session.id));
  const views = sessions.map((session) => buildSessionView(session, nowMs)).sort(byVerdict);
  const here = views.filter((view) => shown.has(view.id));
  return {
    state: stateOf(provider !== null, canSee, here.length > 0),
    host,
    providerName: provider?.name ?? null,
    here,
    elsewhere: views.filter((view) => !here.includes(view)),
  };
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
