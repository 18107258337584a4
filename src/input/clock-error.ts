/** A clock within this many milliseconds of the servers' is right enough. */
export const toleratedErrorMs = 60_000;
const leastSamples = 3;

/**
 * How far the servers' clocks were ahead of the recording computer's: the median of the differences between their `Date` headers
 * and the recorded times. 0 when it is small or there are too few to tell.
 */
export function estimateClockError(differencesMs: readonly number[]): number {
  if (differencesMs.length < leastSamples) return 0;
  const sorted = [...differencesMs].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.abs(median) <= toleratedErrorMs ? 0 : median;
}
