/** Seconds from the epoch to the beginning of a day of the Gregorian calendar in UTC; no clock is read. */
export function secondsOfDay(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * 86_400;
}

/** Seconds from the epoch to the beginning of a day written as ISO 8601 does, `2026-11-24`, in UTC. */
export function readDay(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return secondsOfDay(year, month, day);
}
