import type { ComponentChildren, VNode } from 'preact';
import type { Report } from '../../input/report.ts';
import { text, uiLanguage } from '../../protocol/client.ts';
import { rowOf, shownValue } from '../../ui/evidence-row.ts';
import { formatBytes, formatTime } from '../../ui/format.ts';
import { ruleMessage } from '../../ui/rule-message.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { listFailed } from '../claims/claim-row.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import { FileName } from './file-name.tsx';
import { verdictsInOrder } from './result-list.tsx';
import type { FromWorker } from './work/messages.ts';

/** The report on paper. It is there only while it is printed; the style sheet hides everything else then. */
export function PrintedReport({
  head,
  reports,
  more,
}: Omit<Extract<FromWorker, { type: 'print' }>, 'type'>): VNode {
  const language = uiLanguage();
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const { source, totals } = head;
  return (
    <article class="bench-report" aria-hidden="true">
      <h2>{text('inspector_bench_report_title')}</h2>
      <p>
        {text('inspector_bench_report_made', [
          formatTime(Date.parse(head.created_at) / 1000, language),
          head.program,
        ])}
      </p>
      <dl class="facts">
        <Fact message="inspector_bench_report_file">
          <FileName name={source.name} />
        </Fact>
        <Fact message="inspector_bench_report_size">{formatBytes(source.bytes, language)}</Fact>
        <Fact message="inspector_bench_report_hash">
          <span class="exact">{source.sha256 ?? text('inspector_bench_report_no_hash')}</span>
        </Fact>
        <Fact message="inspector_bench_report_totals">
          {verdictsInOrder
            .filter((verdict) => totals[verdict] > 0)
            .map((verdict) => (
              <span key={verdict} class="bench-total">
                {text(`short_${verdict.replaceAll('-', '_')}`)}: {number(totals[verdict])}
              </span>
            ))}
        </Fact>
      </dl>
      <h3>{text('inspector_bench_report_findings')}</h3>
      {reports.length === 0 && <p>{text('inspector_bench_report_no_findings')}</p>}
      {reports.map((report) => (
        <PrintedToken report={report} key={`${report.fingerprint} ${report.place}`} />
      ))}
      {more > 0 && <p>{text('inspector_bench_report_more', [number(more)])}</p>}
      <p class="hint">{text('inspector_bench_report_limits')}</p>
    </article>
  );
}

function PrintedToken({ report }: { readonly report: Report }): VNode {
  const language = uiLanguage();
  const { verdict, account, host, at, place, fingerprint, outcomes } = report;
  return (
    <section class="bench-report-token" data-verdict={verdict}>
      <h4>
        <VerdictBadge verdict={verdict} />{' '}
        <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
      </h4>
      <p class="hint">
        <bdi>{makeVisible(host ?? text('inspector_bench_host_unknown'))}</bdi>
        {' · '}
        {text('inspector_bench_judged_at', [formatTime(Date.parse(at) / 1000, language)])}
        {' · '}
        {text('inspector_bench_place')}: <bdi>{makeVisible(place)}</bdi>
        {' · '}
        {text('evidence_token')}: <span class="exact">{fingerprint}</span>
      </p>
      {listFailed(outcomes).map(({ rule, evidence }) => (
        <div key={rule}>
          <p>
            <strong>{text(ruleMessage(rule, 'title'))}</strong> ({rule})
          </p>
          <p>{text(ruleMessage(rule, 'explanation'))}</p>
          <dl class="facts">
            {evidence
              .map((piece) => rowOf(piece, language))
              .map((row) => (
                <div key={`${row.label} ${row.value}`}>
                  <dt>{text(row.label)}</dt>
                  <dd class="exact">
                    <bdi>{shownValue(row)}</bdi>
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function Fact({
  message,
  children,
}: {
  readonly message: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div>
      <dt>{text(message)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
