import { answerQuestion } from '../../src/inspector/bench/work/answer-question.ts';
import type { ToWorker } from '../../src/inspector/bench/work/messages.ts';
import { type Finished, runBench } from '../../src/inspector/bench/work/run-bench.ts';

/** Does the worker's work in this thread: the same code, without the thread. */
export class InlineWorker {
  static all: InlineWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  isEnded = false;
  #isStopped = false;
  #finished: Finished | null = null;

  constructor() {
    InlineWorker.all.push(this);
  }

  postMessage(message: ToWorker): void {
    if (message.type === 'run') void this.#run(message);
    else if (message.type === 'stop') this.#isStopped = true;
    else if (this.#finished) this.#tell(answerQuestion(message, this.#finished, Date.now()));
  }

  terminate(): void {
    this.isEnded = true;
  }

  #tell(data: unknown): void {
    if (!this.isEnded) queueMicrotask(() => this.onmessage?.({ data }));
  }

  async #run({ task }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
    this.#finished = await runBench(task, {
      tell: (message) => this.#tell(message),
      isStopped: () => this.#isStopped,
      clockMs: () => performance.now(),
    });
  }
}
