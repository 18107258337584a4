import type { FromWorker, Progress, ResultLine } from './messages.ts';

/** Progress and results are told this often, milliseconds. */
export const tellEveryMs = 100;

export interface Surroundings {
  readonly tell: (message: FromWorker) => void;
  /** Whether somebody asked for a stop. */
  readonly isStopped: () => boolean;
  /** Milliseconds; only differences count. */
  readonly clockMs: () => number;
}

/** Gathers what is to be told, so that the page is not flooded. */
export function createTelling(allBytes: number, { tell, clockMs }: Surroundings) {
  let lines: ResultLine[] = [];
  let progress: Progress = { bytes: 0, allBytes, found: 0, judged: 0, all: null };
  let toldAtMs = clockMs();

  function tellNow(): void {
    toldAtMs = clockMs();
    tell({ type: 'progress', progress });
    if (lines.length > 0) tell({ type: 'lines', lines });
    lines = [];
  }
  function note(changes: Partial<Progress>): void {
    progress = { ...progress, ...changes };
    if (clockMs() - toldAtMs >= tellEveryMs) tellNow();
  }
  return {
    addBytes: (count: number) => note({ bytes: progress.bytes + count }),
    found: () => note({ found: progress.found + 1 }),
    judged(line: ResultLine, all: number | null) {
      lines.push(line);
      note({ judged: progress.judged + 1, all });
    },
    end: tellNow,
  };
}
