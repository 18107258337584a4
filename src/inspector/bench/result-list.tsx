import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Verdict } from '../../core/index.ts';
import { text, uiLanguage } from '../../protocol/client.ts';
import { ResultItem } from './result-item.tsx';
import type { ResultDetail, ResultLine } from './work/messages.ts';

/** Results on one page. */
export const pageSize = 50;

/** The worst first, since that is what somebody looks for. */
export const verdictsInOrder: readonly Verdict[] = [
  'danger',
  'attention',
  'undetermined',
  'verified',
  'not-inspected',
];

/** Results in pages: those of one verdict, or all of them, the worst first and then as they stand in the file. */
export function ResultList({
  lines,
  fetchDetail,
}: {
  readonly lines: readonly ResultLine[];
  readonly fetchDetail: (index: number) => Promise<ResultDetail | null>;
}): VNode {
  const [wanted, setWanted] = useState<Verdict | ''>('');
  const [start, setStart] = useState(0);
  useEffect(() => setStart(0), [wanted, lines]);
  const verdicts = wanted === '' ? verdictsInOrder : [wanted];
  const chosen = verdicts.flatMap((verdict) => lines.filter((line) => line.verdict === verdict));
  const shown = chosen.slice(start, start + pageSize);
  return (
    <>
      {lines.length > 1 && (
        <div class="bench-filter no-print">
          <label for="bench-show">{text('inspector_bench_show')}</label>
          <select
            id="bench-show"
            value={wanted}
            onChange={({ currentTarget: { value } }) =>
              setWanted(verdictsInOrder.find((verdict) => verdict === value) ?? '')
            }
          >
            <option value="">{text('inspector_bench_show_all')}</option>
            {verdictsInOrder.map((verdict) => (
              <option key={verdict} value={verdict}>
                {text(`short_${verdict.replaceAll('-', '_')}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      {chosen.length === 0 && <p class="lead">{text('inspector_bench_none_of_these')}</p>}
      <ul class="bench-results">
        {shown.map((line) => (
          <ResultItem line={line} fetchDetail={fetchDetail} key={line.index} />
        ))}
      </ul>
      {chosen.length > pageSize && <Pages start={start} all={chosen.length} onStart={setStart} />}
    </>
  );
}

function Pages({
  start,
  all,
  onStart,
}: {
  readonly start: number;
  readonly all: number;
  readonly onStart: (start: number) => void;
}): VNode {
  const number = (value: number) => new Intl.NumberFormat(uiLanguage()).format(value);
  const last = Math.min(start + pageSize, all);
  return (
    <nav class="bench-pages no-print" aria-label={text('inspector_bench_pages')}>
      <button
        class="button button-quiet"
        type="button"
        disabled={start === 0}
        onClick={() => onStart(Math.max(0, start - pageSize))}
      >
        {text('inspector_bench_previous')}
      </button>
      <span role="status">
        {text('inspector_bench_page', [number(start + 1), number(last), number(all)])}
      </span>
      <button
        class="button button-quiet"
        type="button"
        disabled={last >= all}
        onClick={() => onStart(start + pageSize)}
      >
        {text('inspector_bench_next')}
      </button>
    </nav>
  );
}
