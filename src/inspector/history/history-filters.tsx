import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Verdict, verdictOrder } from '../../core/index.ts';
import { text } from '../../protocol/client.ts';
import { type HistoryAnswer, maxHistoryQuery } from '../../protocol/history-schema.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import type { HistoryFilter } from './history-question.ts';

/** How long nothing is typed before it is searched for, milliseconds. */
export const restMs = 200;
/** Nothing is remembered of what nobody can check. */
const verdicts = verdictOrder.filter((verdict) => verdict !== 'not-inspected').reverse();

/** What is looked for in the history. */
export function HistoryFilters({
  filter,
  onFilter,
  webmails,
}: {
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
  readonly webmails: HistoryAnswer['webmails'];
}): VNode {
  const chosen = webmails.findIndex(({ provider }) => provider === filter.webmail?.provider);
  return (
    <search class="filters no-print">
      <Search filter={filter} onFilter={onFilter} />
      <label class="field">
        <span class="label">{text('inspector_history_verdict')}</span>
        <select
          value={filter.verdict ?? ''}
          onChange={({ currentTarget }) =>
            onFilter({ ...filter, verdict: verdictOf(currentTarget.value) })
          }
        >
          <option value="">{text('inspector_history_all')}</option>
          {verdicts.map((verdict) => (
            <option value={verdict} key={verdict}>
              {text(`short_${verdict}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="label">{text('evidence_provider')}</span>
        <select
          value={chosen < 0 || filter.webmail === null ? '' : String(chosen)}
          onChange={({ currentTarget }) => {
            const found = webmails[Number.parseInt(currentTarget.value, 10)];
            onFilter({ ...filter, webmail: found ? { provider: found.provider } : null });
          }}
        >
          <option value="">{text('inspector_history_all')}</option>
          {webmails.map(({ provider, providerName }, index) => (
            <option value={String(index)} key={provider}>
              {provider === null ? text('inspector_history_elsewhere') : makeVisible(providerName)}
            </option>
          ))}
        </select>
      </label>
      <Day message="inspector_history_from" name="fromDay" filter={filter} onFilter={onFilter} />
      <Day message="inspector_history_to" name="toDay" filter={filter} onFilter={onFilter} />
    </search>
  );
}

interface Changing {
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
}

/** Searches when the person rests, so that each letter does not ask the background. */
function Search({ filter, onFilter }: Changing): VNode {
  const [typed, setTyped] = useState(filter.query);
  const newest = useRef({ filter, onFilter });
  newest.current = { filter, onFilter };
  useEffect(() => {
    if (typed === newest.current.filter.query) return undefined;
    const timer = setTimeout(
      () => newest.current.onFilter({ ...newest.current.filter, query: typed }),
      restMs,
    );
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="field filter-search">
      <span class="label">{text('inspector_history_search')}</span>
      <input
        type="search"
        maxLength={maxHistoryQuery}
        placeholder={text('inspector_history_search_hint')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </label>
  );
}

function Day({
  message,
  name,
  filter,
  onFilter,
}: Changing & { readonly message: string; readonly name: 'fromDay' | 'toDay' }): VNode {
  return (
    <label class="field">
      <span class="label">{text(message)}</span>
      <input
        type="date"
        value={filter[name]}
        onChange={({ currentTarget }) => onFilter({ ...filter, [name]: currentTarget.value })}
      />
    </label>
  );
}

const verdictOf = (value: string): Verdict | null =>
  verdicts.find((verdict) => verdict === value) ?? null;
