import { type AcceptedFinding, markAccepted, type Session } from '../core/index.ts';
import type { SessionStore } from './session-store.ts';

/**
 * The sessions as they are shown: with what the person accepted marked and left out of their verdicts. The store keeps what was found,
 * so that taking an acceptance back needs nothing to be judged again.
 */
export function withAccepted(
  store: SessionStore,
  /** What counts at this moment: nothing where the organisation forbids accepting. */
  accepted: () => readonly AcceptedFinding[],
): SessionStore {
  return {
    ...store,
    list() {
      const findings = accepted();
      if (findings.length === 0) return store.list();
      return store.list().map((session) => mark(session, findings));
    },
  };
}

function mark(session: Session, accepted: readonly AcceptedFinding[]): Session {
  const inspections = session.inspections.map((inspection) => markAccepted(inspection, accepted));
  const isChanged = inspections.some((inspection, at) => inspection !== session.inspections[at]);
  return isChanged ? Object.freeze({ ...session, inspections }) : session;
}
