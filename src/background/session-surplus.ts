import type { Inspection, Session } from '../core/index.ts';
import { bytesOf } from './inspection-text.ts';

/** Most sessions that are remembered. */
export const maxSessions = 32;
/** Most bytes of what is remembered of all of them together: the browser's session memory holds 10 MB, and not them alone. */
export const maxSessionBytes = 4_000_000;

/** What is worth keeping apart: a page can make up any number of each kind but the genuine. */
type Kind = 'other' | 'genuine' | 'danger';
const kinds = ['other', 'genuine', 'danger'] as const;

interface Weighed {
  readonly session: Session;
  readonly owner: string;
  readonly kind: Kind;
  readonly bytes: number;
}

/**
 * Ids of sessions that are not kept any longer: too old, or too many, or too large. Where there are too many, the webmail that has most
 * gives way, and in it the kind that has most, so that a page which makes up accounts pushes out its own inventions and nothing
 * else. The one not seen for longest goes first, and of two kinds that have as many the danger stays. The last session always stays.
 */
export function listSurplus(
  sessions: readonly Session[],
  nowMs: number,
  retentionMs: number,
): readonly string[] {
  const isOld = ({ lastSeenAtMs }: Session) => nowMs - lastSeenAtMs > retentionMs;
  const surplus = sessions.filter(isOld).map(({ id }) => id);
  const kept = new Set(sessions.filter((session) => !isOld(session)).map(weigh));
  while (kept.size > 1) {
    const isTooMany = kept.size > maxSessions;
    if (!isTooMany && total([...kept], bytesOfOne) <= maxSessionBytes) break;
    const next = chooseNext([...kept], isTooMany ? () => 1 : bytesOfOne);
    kept.delete(next);
    surplus.push(next.session.id);
  }
  return surplus;
}

const bytesOfOne = ({ bytes }: Weighed): number => bytes;

function chooseNext(all: readonly Weighed[], measure: (one: Weighed) => number): Weighed {
  const owners = [...new Set(all.map(({ owner }) => owner))];
  const ofOwner = heaviest(
    owners.map((owner) => all.filter((one) => one.owner === owner)),
    measure,
  );
  const ofKind = heaviest(
    kinds.map((kind) => ofOwner.filter((one) => one.kind === kind)),
    measure,
  );
  return ofKind.reduce((oldest, one) =>
    one.session.lastSeenAtMs < oldest.session.lastSeenAtMs ? one : oldest,
  );
}

/** The first of those that weigh most. */
const heaviest = (
  groups: readonly (readonly Weighed[])[],
  measure: (one: Weighed) => number,
): readonly Weighed[] =>
  groups.reduce((most, group) => (total(group, measure) > total(most, measure) ? group : most));

const total = (all: readonly Weighed[], measure: (one: Weighed) => number): number =>
  all.reduce((sum, one) => sum + measure(one), 0);

/** What is seen in a private window pushes out nothing else. */
function weigh(session: Session): Weighed {
  const { provider, isPrivate, inspections, places } = session;
  const has = (verdict: Inspection['verdict']) =>
    inspections.some((inspection) => inspection.verdict === verdict);
  return {
    session,
    owner: `${isPrivate ? 'private' : 'open'}/${provider ?? ''}`,
    kind: has('danger') ? 'danger' : has('verified') ? 'genuine' : 'other',
    bytes: inspections.reduce(
      (sum, inspection) => sum + bytesOf(inspection),
      places.length * bytesOfPlace,
    ),
  };
}

/** About what a place takes. */
const bytesOfPlace = 200;
