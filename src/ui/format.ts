/** A time as people write it, in their language and time zone. Hostile numbers outside of what dates can be stay numbers. */
export function formatTime(seconds: number, language: string): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    date,
  );
}

/** A moment to the minute, in the person's language and time zone. `ms` since the epoch. */
export function formatMoment(ms: number, language: string): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return String(ms);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    date,
  );
}

/** A length of time in its largest fitting unit, at most one decimal. */
export function formatDuration(seconds: number, language: string): string {
  const [value, unit] = toUnit(Math.abs(seconds));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(seconds < 0 ? -value : value);
}

/** A number of bytes in its largest fitting unit, at most one decimal. */
export function formatBytes(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

function toUnit(seconds: number): [number, string] {
  if (seconds >= 2 * 86_400) return [seconds / 86_400, 'day'];
  if (seconds >= 2 * 3600) return [seconds / 3600, 'hour'];
  if (seconds >= 120) return [seconds / 60, 'minute'];
  return [seconds, 'second'];
}
