import type { KeyHistory, KnownKey } from './history.ts';

const hourMs = 3_600_000;

/**
 * Answers further apart than this do not vouch for the time between them: it is as long as the longest absence in 235
 * recorded answers of Microsoft's shared document (median 3 hours).
 */
export const maxGapMs = 48 * hourMs;
/** Answers no further apart than this, one a day, leave a key hardly any time to be listed and used unseen. */
export const denseGapMs = 25 * hourMs;
/** Every server is taken to be as uneven as this at least: the longest absence in those recorded answers. */
export const leastUnevennessMs = 48 * hourMs;
/** However long absences were seen, this much is believed, so that nobody can teach a history never to retire a key. */
export const mostUnevennessMs = 7 * 24 * hourMs;
/** A key is retired when it was absent for this many times its server's unevenness. */
export const retirementMargin = 2;
/** And from this many answers in a row. */
export const retiredAfterAnswers = 3;

/** Longest absence that is usual for this document's server, milliseconds: what was seen, within bounds. */
export const unevennessOf = ({ longestAbsenceMs }: KeyHistory): number =>
  Math.min(mostUnevennessMs, Math.max(leastUnevennessMs, longestAbsenceMs));

/**
 * Since when a key is retired, milliseconds since the epoch; null when it is not, as far as can be known. It counts as retired
 * from the end of the first absence that its server makes anyway, which is known only after a multiple of that.
 */
export function retiredSince(
  history: KeyHistory,
  { absence }: Pick<KnownKey, 'absence'>,
): number | null {
  if (absence === null || absence.answers < retiredAfterAnswers) return null;
  const unevennessMs = unevennessOf(history);
  const isLong = absence.countedMs > retirementMargin * unevennessMs;
  return isLong ? absence.sinceMs + unevennessMs : null;
}

/** Time from the answer before to `atMs`, as far as it counts. */
export const countedGap = ({ observedAtMs }: KeyHistory, atMs: number): number =>
  observedAtMs === null ? 0 : Math.min(maxGapMs, atMs - observedAtMs);

/** Since when a key was retired that is listed again now; the time up to now counts. */
export function retiredOnReturn(
  history: KeyHistory,
  before: KnownKey,
  atMs: number,
): number | null {
  if (before.absence === null) return null;
  const countedMs = before.absence.countedMs + countedGap(history, atMs);
  return retiredSince(history, { absence: { ...before.absence, countedMs } });
}
