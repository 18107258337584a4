import type { Verdict } from '../../core/index.ts';
import { maxHistoryQuery } from '../../protocol/history-schema.ts';
import type { RequestOf } from '../../protocol/messages.ts';

/** What is looked for. */
export interface HistoryFilter {
  readonly query: string;
  readonly verdict: Verdict | null;
  /** Null: all; an object, because tokens that no known webmail sent have the provider null. */
  readonly webmail: { readonly provider: string | null } | null;
  /** Days as date fields write them, `2026-11-25`; empty: no bound. Both days count. */
  readonly fromDay: string;
  readonly toDay: string;
}

export const noFilter: HistoryFilter = {
  query: '',
  verdict: null,
  webmail: null,
  fromDay: '',
  toDay: '',
};

export const isFiltered = ({ query, verdict, webmail, fromDay, toDay }: HistoryFilter): boolean =>
  query.trim() !== '' || verdict !== null || webmail !== null || fromDay !== '' || toDay !== '';

/** What the background is asked. Days are those of the person's time zone. */
export function questionOf(
  { query, verdict, webmail, fromDay, toDay }: HistoryFilter,
  offset: number,
  limit: number,
): Omit<RequestOf<'history'>, 'type'> {
  const fromMs = startOfDay(fromDay, 0);
  const beforeMs = startOfDay(toDay, 1);
  return {
    query: query.slice(0, maxHistoryQuery),
    offset,
    limit,
    ...(verdict === null ? {} : { verdict }),
    ...(webmail === null ? {} : { provider: webmail.provider }),
    ...(fromMs === null ? {} : { fromMs }),
    ...(beforeMs === null ? {} : { beforeMs }),
  };
}

/** When a day begins, or the one so many days later; null for what is no day. Days of a changed clock are not 24 hours long. */
function startOfDay(day: string, daysLater: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const ms = new Date(year, month - 1, date + daysLater).getTime();
  return Number.isFinite(ms) ? ms : null;
}
