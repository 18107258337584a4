/** How long a write is followed by none, milliseconds. Each one makes a copy of everything that is kept, which is garbage then. */
export const restMs = 50;

/**
 * Makes of a write one that runs alone and rests after it: what is asked for meanwhile goes into the next one, so that a burst costs
 * two, and a flood twenty a second. What is asked for resolves when it is written. The write must not reject.
 */
export function coalesce(write: () => Promise<void>): () => Promise<void> {
  /** The write that runs, and its rest; resolved when neither does. */
  let last: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    next = null;
    const written = write();
    const rested = written.then(rest).then(() => {
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

const rest = () => new Promise<void>((resolve) => setTimeout(resolve, restMs));
