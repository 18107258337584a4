/**
 * Runs the work when the person interrupts the program, then ends it; a second Ctrl-C ends it at once. Returns what takes
 * this back.
 */
export function onInterrupt(work: () => Promise<void>): () => void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(130);
    isStopping = true;
    console.log('\nEnding …');
    void work().finally(() => process.exit(130));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
