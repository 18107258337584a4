import type { HistoryEntry } from '../../protocol/history-schema.ts';

export interface HistoryDay {
  /** As people write it. */
  readonly day: string;
  readonly entries: readonly HistoryEntry[];
}

/** Entries by the day in the person's time zone, in their order. */
export function groupByDay(
  records: readonly HistoryEntry[],
  language: string,
): readonly HistoryDay[] {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full' });
  const days = new Map<string, HistoryEntry[]>();
  for (const record of records) {
    const date = new Date(record.atMs);
    const day = Number.isNaN(date.getTime()) ? String(record.atMs) : format.format(date);
    const known = days.get(day);
    if (known === undefined) days.set(day, [record]);
    else known.push(record);
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}
