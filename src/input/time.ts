/** ISO 8601 in its extended and its basic form: a day, then perhaps a time, then perhaps a zone. */
const form =
  /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Milliseconds since the epoch of an ISO 8601 time that names a day at least; null for anything else. Without a zone it is UTC:
 * the same file must mean the same on every computer.
 */
export function parseTime(text: string): number | null {
  const parts = form.exec(text.trim());
  if (parts === null) return null;
  const [, year, , month, day, hour = '00', minute = '00', second = '00', fraction = '0'] = parts;
  const time = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3)}${zoneOf(parts[9])}`,
  );
  return Number.isNaN(time) ? null : time;
}

function zoneOf(text: string | undefined): string {
  if (text === undefined || text.toUpperCase() === 'Z') return 'Z';
  const minutes = text.slice(3).replace(':', '');
  return `${text.slice(0, 3)}:${minutes === '' ? '00' : minutes}`;
}
