/** How long a write is followed by none, milliseconds. */
export const restMs = 50;
/**
 * The same at most, in a flood, for what is large: each write copies it from process to process, and the copies are garbage that
 * browsers leave lying for a while.
 */
export const maxRestMs = 1_000;

/**
 * Resolves when what takes time of a page may be done: no page is busy, or one has been for long enough. Never rejects: what waits for it
 * would wait for ever.
 */
export type Calm = () => Promise<void>;

/** Asks for the write; resolves when what was to be written is. `'now'`: a page that is busy is not waited for. */
export type Save = (when?: 'calm' | 'now') => Promise<void>;

/**
 * Makes of a write one that runs alone and rests after it; up to a bound each time twice as long while more is asked for during the rest. What is
 * asked for before it begins goes into it, so that a burst costs one or two, and a flood few. The write must not reject.
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
): Save {
  /** The write that runs, and its rest; resolved when neither does. */
  let last: Promise<void> | null = null;
  /** The write that is to begin. */
  let next: Promise<void> | null = null;
  let nextRestMs = restMs;
  const haste = createHaste();

  function begin(): Promise<void> {
    const written = Promise.race([calm(), haste.come()]).then(() => {
      next = null;
      haste.end();
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

  return (when = 'calm') => {
    if (when === 'now') haste.begin();
    if (next !== null) return next;
    if (last === null) return begin();
    next = last.then(begin);
    return next;
  };
}

/** Whether somebody is in haste, until that is over. */
function createHaste() {
  let isThere = false;
  let tell = (): void => undefined;
  return {
    begin(): void {
      isThere = true;
      tell();
    },
    end(): void {
      isThere = false;
    },
    /** Resolves when somebody is. */
    come: () =>
      new Promise<void>((resolve) => {
        tell = resolve;
        if (isThere) resolve();
      }),
  };
}

const rest = (lengthMs: number) => new Promise<void>((resolve) => setTimeout(resolve, lengthMs));
