/** How long a write is followed by none, milliseconds. */
export const restMs = 50;
/**
 * The same at most, in a flood, for what is large: each write copies it from process to process, and the copies are garbage that
 * browsers leave lying for a while.
 */
export const maxRestMs = 1_000;

/** Resolves when a write may begin, because no page is busy: what is copied takes time of the page that is looked at. Never rejects. */
export type Calm = () => Promise<void>;

/**
 * Makes of a write one that runs alone and rests after it; up to a bound each time twice as long while more is asked for during the rest. What is
 * asked for before it begins goes into it, so that a burst costs two, and a flood few. What is asked for resolves when it is
 * written. The write must not reject.
 */
export function coalesce(
  write: () => Promise<void>,
  {
    longestRestMs = restMs,
    calm = () => Promise.resolve(),
  }: {
    readonly longestRestMs?: number;
    readonly calm?: Calm;
  } = {},
): () => Promise<void> {
  /** The write that runs, and its rest; resolved when neither does. */
  let last: Promise<void> | null = null;
  /** The write that is to begin. */
  let next: Promise<void> | null = null;
  let nextRestMs = restMs;

  function begin(): Promise<void> {
    const written = calm().then(() => {
      next = null;
      return write();
    });
    next = written;
    const rested = written
      .then(() => rest(nextRestMs))
      .then(() => {
        nextRestMs = next === null ? restMs : Math.min(nextRestMs * 2, longestRestMs);
        if (last === rested) last = null;
      });
    last = rested;
    return written;
  }

  return () => {
    if (next !== null) return next;
    if (last === null) return begin();
    next = last.then(begin);
    return next;
  };
}

const rest = (lengthMs: number) => new Promise<void>((resolve) => setTimeout(resolve, lengthMs));
