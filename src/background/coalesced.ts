/** How long a write is followed by none, milliseconds, at least and at most. Each one copies what is kept, which is garbage then. */
export const restMs = 50;
export const maxRestMs = 1_000;
/** A rest is this many times as long as its write took, so that writing never takes more than a small part of the time. */
const restsPerWrite = 10;

/**
 * Makes of a write one that runs alone and rests after it: what is asked for meanwhile goes into the next one, so that a burst costs
 * two, and a flood twenty a second or fewer. What is asked for resolves when it is written. The write must not reject.
 */
export function coalesce(write: () => Promise<void>): () => Promise<void> {
  /** The write that runs, and its rest; resolved when neither does. */
  let last: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    next = null;
    const beganMs = performance.now();
    const written = write();
    const rested = written
      .then(() => rest(performance.now() - beganMs))
      .then(() => {
        if (last === rested) last = null;
      });
    last = rested;
    return written;
  }

  return () => {
    if (last === null) return begin();
    next ??= last.then(begin);
    return next;
  };
}

function rest(writeMs: number): Promise<void> {
  const lengthMs = Math.min(Math.max(restMs, writeMs * restsPerWrite), maxRestMs);
  return new Promise((resolve) => setTimeout(resolve, lengthMs));
}
