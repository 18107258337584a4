import type { VNode } from 'preact';
import type { Route } from '../route.ts';
import { ChooseForm } from './choose-form.tsx';
import { ProgressView } from './progress-view.tsx';
import { ResultsView } from './results-view.tsx';
import { startBenchWorker, useBench } from './use-bench.ts';

/** Checks tokens out of files: fields, progress, or results. */
export function Bench(_: { readonly route: Route }): VNode {
  const { state, run } = useBench(startBenchWorker);
  switch (state.kind) {
    case 'idle':
      return <ChooseForm failure={state.failure} onStart={run.start} onRefuse={run.refuse} />;
    case 'working':
      return <ProgressView name={state.name} progress={state.progress} onStop={run.stop} />;
    case 'done':
      return <ResultsView result={state} run={run} />;
  }
}
