import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text, uiLanguage } from '../../protocol/client.ts';
import { countedText } from '../../ui/counted-text.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import type { BenchRun } from './bench-run.ts';
import type { BenchState } from './bench-state.ts';
import { FileName } from './file-name.tsx';
import { MissingKeys } from './missing-keys.tsx';
import { ReadingNotes } from './reading-notes.tsx';
import { ReportButtons } from './report-buttons.tsx';
import { ResultList, verdictsInOrder } from './result-list.tsx';

/** What was found: how many of each verdict, what was left out, every token, and ways to take it along. */
export function ResultsView({
  result: { name, lines, summary, keys },
  run,
}: {
  readonly result: Extract<BenchState, { kind: 'done' }>;
  readonly run: BenchRun;
}): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever waited for the end is told of it, and stands at the results.
  useEffect(() => heading.current?.focus(), []);
  const number = (value: number) => new Intl.NumberFormat(uiLanguage()).format(value);
  return (
    <div class="bench">
      <div class="bench-head">
        <div>
          <h2 tabIndex={-1} ref={heading}>
            {text('inspector_bench_results')}
          </h2>
          <FileName name={name} />
        </div>
        <button class="button button-quiet no-print" type="button" onClick={run.reset}>
          {text('inspector_bench_again')}
        </button>
      </div>
      <ul class="bench-totals">
        <li>{countedText('inspector_bench_tokens', lines.length)}</li>
        {verdictsInOrder
          .filter((verdict) => summary.counts[verdict] > 0)
          .map((verdict) => (
            <li key={verdict}>
              <VerdictBadge verdict={verdict} /> {number(summary.counts[verdict])}
            </li>
          ))}
      </ul>
      <ReadingNotes summary={summary} />
      <MissingKeys urls={summary.missingKeys} keys={keys} onFetch={() => void run.fetchKeys()} />
      <ResultList lines={lines} fetchDetail={run.detail} />
      <ReportButtons run={run} />
    </div>
  );
}
