import { useEffect, useState } from 'preact/hooks';
import { fetchJudging, fetchSettings } from '../../protocol/client.ts';
import { type BenchRun, createBenchRun } from './bench-run.ts';
import type { BenchState, StartWorker } from './bench-state.ts';
import type { FromWorker } from './work/messages.ts';

/** A worker of the extension's own; it loads nothing else. */
export const startBenchWorker: StartWorker = (onMessage, onError) => {
  const worker = new Worker('/assets/bench-worker.js', { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => onMessage(data);
  worker.onerror = onError;
  return worker;
};

/** The bench of a page that is open; everything is forgotten when it is left. */
export function useBench(startWorker: StartWorker): {
  readonly state: BenchState;
  readonly run: BenchRun;
} {
  const [state, setState] = useState<BenchState>({ kind: 'idle', failure: null });
  const [run] = useState(() =>
    createBenchRun({
      startWorker,
      fetchJudging,
      fetchSettings,
      onChange: setState,
      nowMs: Date.now,
    }),
  );
  useEffect(() => {
    // A page that the browser keeps for going back holds nothing either.
    const forget = () => run.reset();
    addEventListener('pagehide', forget);
    return () => {
      removeEventListener('pagehide', forget);
      run.leave();
    };
  }, [run]);
  return { state, run };
}
