import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ownVersion, text } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';
import type { BenchRun } from './bench-run.ts';
import { PrintedReport } from './printed-report.tsx';
import type { FromWorker } from './work/messages.ts';

type Printed = Extract<FromWorker, { type: 'print' }>;

/** Saves the redacted report as a file, or prints it. */
export function ReportButtons({ run }: { readonly run: BenchRun }): VNode {
  const [printed, setPrinted] = useState<Printed | null>(null);
  useEffect(() => {
    if (printed === null) return;
    const forget = () => setPrinted(null);
    addEventListener('afterprint', forget);
    print();
    return () => removeEventListener('afterprint', forget);
  }, [printed]);
  const save = async () => {
    const report = await run.report(ownVersion());
    if (report !== null) saveFile(report, `countersign-report-${dayOf(Date.now())}.json`);
  };
  return (
    <>
      <div class="bench-report-buttons no-print">
        <button class="button button-quiet" type="button" onClick={() => void save()}>
          <Icon name="download" />
          {text('inspector_bench_save_report')}
        </button>
        <button
          class="button button-quiet"
          type="button"
          onClick={() => void run.print(ownVersion()).then(setPrinted)}
        >
          <Icon name="table" />
          {text('inspector_bench_print_report')}
        </button>
        <p class="hint">{text('inspector_bench_report_hint')}</p>
      </div>
      {printed !== null && <PrintedReport {...printed} />}
    </>
  );
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Hands a file to the browser's downloads. */
function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun to read it when this turn is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
