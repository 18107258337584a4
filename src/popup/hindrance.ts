import type { ReasonCode } from '../core/index.ts';
import type { SessionView } from '../protocol/views.ts';

/** What kept a session from being checked, where the person can be told more than that it was not. */
export type Hindrance = 'offline' | 'key-server-down';

const ofKeyServer: readonly ReasonCode[] = ['key-server-unreachable', 'key-list-outdated'];

/** Null for a session that was checked, and for one that something else kept from being checked. */
export function hindranceOf(
  { verdict, inspections }: SessionView,
  isOnline: boolean,
): Hindrance | null {
  if (verdict !== 'undetermined') return null;
  const isAboutKeys = inspections.some(
    (inspection) =>
      inspection.verdict === verdict &&
      inspection.outcomes.some(
        (outcome) => outcome.outcome === 'unknown' && ofKeyServer.includes(outcome.reason),
      ),
  );
  if (!isAboutKeys) return null;
  return isOnline ? 'key-server-down' : 'offline';
}
