import type { FromWorker, ToWorker } from './messages.ts';
import { buildReportFile, buildReportHead, selectForPrint } from './report-file.ts';
import type { Finished } from './run-bench.ts';

export type Question = Exclude<ToWorker, { type: 'run' | 'stop' }>;

/** Answers what the page asks about a run that has ended. */
export function answerQuestion(question: Question, finished: Finished, nowMs: number): FromWorker {
  const { task, kept, summary, guard } = finished;
  switch (question.type) {
    case 'detail':
      return { type: 'detail', detail: kept.detail(question.index) };
    case 'report': {
      const head = buildReportHead(task, summary, question.program, nowMs, guard);
      return { type: 'report', report: buildReportFile(head, kept) };
    }
    case 'print': {
      const head = buildReportHead(task, summary, question.program, nowMs, guard);
      return { type: 'print', head, ...selectForPrint(kept) };
    }
  }
}
