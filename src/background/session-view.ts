import {
  acceptedKeyOf,
  endOf,
  type Inspection,
  isAcceptable,
  type Provider,
  type RuleOutcome,
  type Session,
  type SessionBinding,
  sessionVerdict,
  type Verdict,
  verdictOrder,
} from '../core/index.ts';
import type { SessionDetail } from '../protocol/session-schema.ts';
import type { AcceptableFinding, SessionLine, SessionView } from '../protocol/views.ts';

/** Most tokens of a session that the popup is shown. */
export const maxShown = 16;

interface Judged {
  readonly verdict: Verdict;
}

export const byVerdict = (a: Judged, b: Judged): number =>
  verdictOrder.indexOf(b.verdict) - verdictOrder.indexOf(a.verdict);

export const isWarning = (verdict: Verdict): boolean =>
  verdict === 'danger' || verdict === 'attention';

/** The webmails that there are, added ones too. */
export type Webmails = readonly Provider[];

/** One session as the popup shows it. */
export function buildSessionView(session: Session, webmails: Webmails, nowMs: number): SessionView {
  const inspections = worstFirst(session).slice(0, maxShown);
  return {
    ...describe(session, webmails, nowMs),
    inspections,
    acceptable: listAcceptable(inspections),
  };
}

/** Each rule once, with the first token that it could be accepted for. */
function listAcceptable(inspections: readonly Inspection[]): readonly AcceptableFinding[] {
  const found = new Map<string, AcceptableFinding>();
  for (const inspection of inspections) {
    if (acceptedKeyOf(inspection) === null) continue;
    for (const outcome of inspection.outcomes) {
      if (!isAcceptable(outcome) || isAccepted(outcome) || found.has(outcome.rule)) continue;
      found.set(outcome.rule, { rule: outcome.rule, fingerprint: inspection.fingerprint });
    }
  }
  return [...found.values()];
}

const isAccepted = (outcome: RuleOutcome): boolean =>
  outcome.outcome === 'fail' && outcome.acceptedAtMs !== undefined;

/** One session in a line. */
export const buildSessionLine = (
  session: Session,
  webmails: Webmails,
  nowMs: number,
): SessionLine => describe(session, webmails, nowMs);

/** One session as the inspector shows it. */
export function buildSessionDetail(
  session: Session,
  webmails: Webmails,
  nowMs: number,
  binding: SessionBinding = 'none-seen',
): SessionDetail {
  const { isPrivate, firstSeenAtMs, places } = session;
  return {
    ...describe(session, webmails, nowMs),
    isPrivate,
    firstSeenAtMs,
    binding,
    tokens: worstFirst(session).map((inspection) => ({
      inspection,
      places: places.filter(({ fingerprint }) => fingerprint === inspection.fingerprint),
    })),
  };
}

/** Whether and why a session has ended. */
export function findEnd(session: Session, webmails: Webmails, nowMs: number) {
  return endOf(session, providerOf(session, webmails)?.isOpaque === true, nowMs);
}

function describe(session: Session, webmails: Webmails, nowMs: number): SessionLine {
  const provider = providerOf(session, webmails);
  const end = findEnd(session, webmails, nowMs);
  return {
    id: session.id,
    provider: session.provider,
    providerName: provider?.name ?? session.inspections[0]?.host ?? '',
    signOutUrl: provider?.signOutUrl ?? null,
    account: session.account,
    tenant: session.tenant,
    verdict: verdictOf(session, provider, nowMs),
    lastSeenAtMs: session.lastSeenAtMs,
    endedAtMs: end?.atMs ?? null,
    endedBecause: end?.because ?? null,
  };
}

const providerOf = (session: Session, webmails: Webmails): Provider | null =>
  webmails.find(({ id }) => id === session.provider) ?? null;

function worstFirst({ inspections }: Session): readonly Inspection[] {
  return [...inspections].sort((a, b) => byVerdict(a, b) || b.seenAtMs - a.seenAtMs);
}

/** A token that is genuine does not make a session genuine that runs on others. What is wrong with one is told all the same. */
function verdictOf(session: Session, provider: Provider | null, nowMs: number): Verdict {
  const verdict = sessionVerdict(session, nowMs);
  return provider?.isOpaque && !isWarning(verdict) ? 'not-inspected' : verdict;
}
