import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { text, uiLanguage } from '../../protocol/client.ts';
import { countedText } from '../../ui/counted-text.ts';
import { formatMoment } from '../../ui/format.ts';
import { ruleMessage } from '../../ui/rule-message.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import { ResultDetailView } from './result-detail.tsx';
import type { ResultDetail, ResultLine } from './work/messages.ts';

/** One token as a line that opens. What it says is asked for when it is opened. */
export function ResultItem({
  line,
  fetchDetail,
}: {
  readonly line: ResultLine;
  readonly fetchDetail: (index: number) => Promise<ResultDetail | null>;
}): VNode {
  const [detail, setDetail] = useState<ResultDetail | null>(null);
  const { index, verdict, account, host, seen, failed } = line;
  const open = (isOpen: boolean) => {
    if (isOpen && detail === null) void fetchDetail(index).then(setDetail);
  };
  const [worst] = failed;
  return (
    <li>
      <details
        class="token"
        data-verdict={verdict}
        onToggle={({ currentTarget }) => open(currentTarget.open)}
      >
        <summary>
          <VerdictBadge verdict={verdict} />
          <span class="token-name">
            <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
          </span>
          <span class="token-when">{describeTimes(line)}</span>
          <span class="bench-line">
            <bdi>{makeVisible(host ?? text('inspector_bench_host_unknown'))}</bdi>
            <span>{countedText('inspector_bench_seen', seen)}</span>
            {worst !== undefined && <strong>{text(ruleMessage(worst.rule, 'title'))}</strong>}
          </span>
        </summary>
        {detail !== null && <ResultDetailView detail={detail} />}
      </details>
    </li>
  );
}

/** When it was used, as far as the file says; else the time as of which it was judged. */
function describeTimes({ firstAtMs, lastAtMs, atMs }: ResultLine): string {
  const moment = (ms: number) => formatMoment(ms, uiLanguage());
  if (firstAtMs === null || lastAtMs === null) {
    return text('inspector_bench_judged_at', [moment(atMs)]);
  }
  return moment(firstAtMs) === moment(lastAtMs)
    ? text('inspector_bench_used_at', [moment(firstAtMs)])
    : text('inspector_bench_used_between', [moment(firstAtMs), moment(lastAtMs)]);
}
