/**
 * Makes of work one that begins at once, never runs beside itself, and rests for `restMs` before it runs again. What is asked for meanwhile
 * is done by one more run, so that a flood of requests costs no more than a few. A run that fails is told, and the next one goes on.
 */
export function pace(work: () => Promise<void>, restMs: number, onFailure: () => void): () => void {
  let isBusy = false;
  let isAsked = false;

  async function run(): Promise<void> {
    isBusy = true;
    while (isAsked) {
      isAsked = false;
      await work().catch(onFailure);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    isBusy = false;
  }

  return () => {
    isAsked = true;
    if (!isBusy) void run();
  };
}
