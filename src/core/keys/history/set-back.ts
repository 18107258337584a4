import type { KeyHistory, KnownKey } from './history.ts';

/**
 * The history as it reads after the clock went back to `atMs`: every time goes back with the newest one, so that what lies
 * between them stays as it was, and no answer from now on counts as older than one of the future. A history that is not
 * ahead of the clock is left alone.
 */
export function setBack(history: KeyHistory, atMs: number): KeyHistory {
  const { observedAtMs } = history;
  if (observedAtMs === null || observedAtMs <= atMs) return history;
  const byMs = observedAtMs - atMs;
  const less = (time: number | null) => (time === null ? null : time - byMs);
  return {
    ...history,
    sinceMs: less(history.sinceMs),
    observedAtMs: atMs,
    denseSinceMs: less(history.denseSinceMs),
    keys: new Map([...history.keys].map(([id, known]) => [id, setKeyBack(known, byMs)])),
  };
}

const setKeyBack = (known: KnownKey, byMs: number): KnownKey => ({
  ...known,
  firstSeenMs: known.firstSeenMs - byMs,
  lastSeenMs: known.lastSeenMs - byMs,
  absence: known.absence && { ...known.absence, sinceMs: known.absence.sinceMs - byMs },
  returned: known.returned && {
    atMs: known.returned.atMs - byMs,
    retiredSinceMs: known.returned.retiredSinceMs - byMs,
  },
  earlier: known.earlier.map((earlier) => ({ ...earlier, untilMs: earlier.untilMs - byMs })),
});
