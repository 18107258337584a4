/**
 * How long a write is followed by none, milliseconds: at first, and at most. Each one copies what is kept from process to process, and
 * the copies are garbage that browsers leave lying for a while.
 */
export const restMs = 50;
export const maxRestMs = 500;

/**
 * Makes of a write one that runs alone and rests after it, each time twice as long while more is asked for during the rest. What is
 * asked for meanwhile goes into the next one, so that a burst costs two, and a flood two a second. What is asked for resolves when it is
 * written. The write must not reject.
 */
export function coalesce(write: () => Promise<void>): () => Promise<void> {
  /** The write that runs, and its rest; resolved when neither does. */
  let last: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let nextRestMs = restMs;

  function begin(): Promise<void> {
    next = null;
    const written = write();
    const rested = written
      .then(() => rest(nextRestMs))
      .then(() => {
        nextRestMs = next === null ? restMs : Math.min(nextRestMs * 2, maxRestMs);
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

const rest = (lengthMs: number) => new Promise<void>((resolve) => setTimeout(resolve, lengthMs));
