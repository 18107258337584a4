/** The last moment that ISO 8601 writes with a year of four digits. */
export const latestMs = Date.UTC(10_000, 0) - 1;

/**
 * Milliseconds since the epoch of a field for a date and a time, which means the person's own time zone; null when it is empty, or
 * names a time that no token can be of.
 */
export function readMoment(moment: string): number | null {
  const time = moment === '' ? Number.NaN : new Date(moment).getTime();
  return time >= 0 && time <= latestMs ? time : null;
}
