import { answerQuestion } from './answer-question.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { type Finished, runBench } from './run-bench.ts';

/** Entry of the bench's worker. One task a worker: the page ends it and starts another. */
let isStopped = false;
let finished: Finished | null = null;

const tell = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data: message }: MessageEvent<ToWorker>) => {
  if (message.type === 'run') void run(message);
  else if (message.type === 'stop') isStopped = true;
  else if (finished !== null) tell(answerQuestion(message, finished, Date.now()));
});

async function run({ task }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  finished = await runBench(task, {
    tell,
    isStopped: () => isStopped,
    clockMs: () => performance.now(),
  });
}
