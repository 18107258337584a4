import {
  type AcceptedFinding,
  acceptedKeyOf,
  isAcceptable,
  isSameAccepted,
  type Session,
} from '../../core/index.ts';
import type { AcceptAnswer } from '../../protocol/accepting-schema.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import { maxAcceptedFindings } from '../../protocol/settings-schema.ts';
import type { SettingsStore } from '../settings-store.ts';

/**
 * Lets the person say that a finding is fine, and take it back. What exactly is accepted is read from what is known here: a page names
 * the finding and nothing more.
 */
export const answerAccepting = (parts: {
  readonly sessions: { readonly ready: Promise<void>; readonly list: () => readonly Session[] };
  readonly settings: Pick<SettingsStore, 'ready' | 'current' | 'change'>;
  /** Whether the organisation lets people accept. */
  readonly mayAccept: () => boolean;
  readonly nowMs: () => number;
}) => {
  async function accept(
    asked: RequestOf<'accept-finding'>,
  ): Promise<{ readonly result: AcceptAnswer }> {
    await Promise.all([parts.sessions.ready, parts.settings.ready]);
    if (!parts.mayAccept()) return { result: 'forbidden' };
    const session = parts.sessions.list().find(({ id }) => id === asked.session);
    const inspection = session?.inspections.find(
      ({ fingerprint, outcomes }) =>
        fingerprint === asked.fingerprint &&
        outcomes.some(({ rule, outcome }) => rule === asked.rule && outcome === 'fail'),
    );
    if (inspection === undefined) return { result: 'gone' };
    const key = acceptedKeyOf(inspection);
    const isFine = inspection.outcomes.some(
      (outcome) => outcome.rule === asked.rule && isAcceptable(outcome),
    );
    if (key === null || !isFine) return { result: 'not-acceptable' };
    const finding = { rule: asked.rule, ...key, acceptedAtMs: parts.nowMs() };
    let result: AcceptAnswer = 'done';
    await parts.settings.change(({ acceptedFindings }) => {
      const others = acceptedFindings.filter((one) => !isSameFinding(one, finding));
      if (others.length >= maxAcceptedFindings) result = 'too-many';
      return result === 'done' ? { acceptedFindings: [...others, finding] } : {};
    });
    return { result };
  }

  async function stop({
    finding,
  }: RequestOf<'stop-accepting'>): Promise<{ readonly result: AcceptAnswer }> {
    await parts.settings.change(({ acceptedFindings }) => ({
      acceptedFindings: acceptedFindings.filter((one) => !isSameFinding(one, finding)),
    }));
    return { result: 'done' };
  }

  return { 'accept-finding': accept, 'stop-accepting': stop };
};

const isSameFinding = (one: AcceptedFinding, other: AcceptedFinding): boolean =>
  one.rule === other.rule && isSameAccepted(one, other);
