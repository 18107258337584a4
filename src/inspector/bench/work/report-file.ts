import { redactText } from '../../../core/index.ts';
import type { Report } from '../../../input/report.ts';
import { stringifyLine } from '../../../input/stringify-line.ts';
import type { TokenGuard } from '../../../input/token-guard.ts';
import type { KeptResults } from './kept-results.ts';
import type { BenchTask, Summary } from './messages.ts';

/** Most tokens whose findings are printed; of the others only the number. */
export const maxPrinted = 500;

/** What a report says of the whole file; its form is documented in docs/report.schema.json. */
export function buildReportHead(
  task: Pick<BenchTask, 'name' | 'host' | 'atMs'>,
  summary: Summary,
  program: string,
  createdAtMs: number,
  guard: TokenGuard,
) {
  const clean = (text: string | null) => (text === null ? null : guard.clean(redactText(text)));
  return {
    format: 'countersign-report',
    version: 1,
    program,
    created_at: new Date(createdAtMs).toISOString(),
    source: { name: clean(task.name), bytes: summary.bytes, sha256: summary.sha256 },
    is_recorded: summary.isRecorded,
    is_complete: !summary.isStopped,
    judged_as_of: task.atMs === null ? null : new Date(task.atMs).toISOString(),
    webmail_host: task.host,
    clock_corrected_ms: summary.clockErrorMs,
    totals: summary.counts,
    left_out: Object.fromEntries(summary.leftOut),
    missing_keys: summary.missingKeys,
  };
}

export type ReportHead = ReturnType<typeof buildReportHead>;

/** The whole report as a file, piece by piece: it is never one text in memory. */
export function buildReportFile(head: ReportHead, kept: KeptResults): Blob {
  const parts = [stringifyLine(head).replace(/}$/, ',"tokens":[')];
  let separator = '\n';
  for (const report of kept.reports()) {
    parts.push(separator, report);
    separator = ',\n';
  }
  parts.push('\n]}\n');
  return new Blob(parts, { type: 'application/json' });
}

/** Reports with findings, the worst first, for a page to print. */
export function selectForPrint(kept: KeptResults): {
  readonly reports: readonly Report[];
  readonly more: number;
} {
  const order = ['danger', 'attention', 'undetermined', 'verified', 'not-inspected'];
  const worth = kept
    .lines()
    .filter(({ failed }) => failed.length > 0)
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const reports = worth.slice(0, maxPrinted).flatMap(({ index }) => kept.report(index) ?? []);
  return { reports, more: worth.length - reports.length };
}
