import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fetchHistory, fetchSessions, text, uiLanguage } from '../../protocol/client.ts';
import type { HistoryAnswer } from '../../protocol/history-schema.ts';
import { AnswerView, Empty } from '../answer-view.tsx';
import type { Route } from '../route.ts';
import { useAnswer } from '../use-answer.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';
import { type HistoryFilter, isFiltered, noFilter, questionOf } from './history-question.ts';
import { indexSessions, type KnownSessions } from './known-sessions.ts';
import { Pager } from './pager.tsx';

/** Verdicts on one page. */
export const pageSize = 50;

/** Every verdict that was reached, the newest first, a page at a time. */
export function History({ route }: { readonly route: Route }): VNode {
  const [filter, setFilter] = useState<HistoryFilter>({ ...noFilter, query: route.query ?? '' });
  const [offset, setOffset] = useState(0);
  const answered = useAnswer(async (): Promise<readonly [HistoryAnswer, KnownSessions]> => {
    const [history, { sessions }] = await Promise.all([
      fetchHistory(questionOf(filter, offset, pageSize)),
      fetchSessions(),
    ]);
    return [history, indexSessions(sessions)];
  }, [filter, offset]);
  const change = (next: HistoryFilter) => {
    setFilter(next);
    setOffset(0);
  };
  return (
    <>
      <p class="lead">{text('inspector_history_lead')}</p>
      <AnswerView answered={answered}>
        {([history, sessions]) =>
          history.total === 0 && !isFiltered(filter) ? (
            <Empty icon="clock" title={text('inspector_history_none')}>
              <p>{text('inspector_history_none_why')}</p>
            </Empty>
          ) : (
            <>
              <HistoryFilters filter={filter} onFilter={change} webmails={history.webmails} />
              <p class="filter-count" role="status">
                {countLine(history, offset)}
              </p>
              <HistoryList records={history.records} sessions={sessions} />
              <Pager offset={offset} size={pageSize} total={history.total} onOffset={setOffset} />
            </>
          )
        }
      </AnswerView>
    </>
  );
}

function countLine({ records, total }: HistoryAnswer, offset: number): string {
  if (total === 0) return text('inspector_history_no_match');
  const format = new Intl.NumberFormat(uiLanguage());
  return text('inspector_history_count', [
    format.format(offset + 1),
    format.format(offset + records.length),
    format.format(total),
  ]);
}
