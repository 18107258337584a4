/**
 * Makes of a write one that runs alone: what is asked for while it runs goes into the next one, so that a burst costs two. Resolves
 * when everything asked for so far is written. The write must not reject.
 */
export function coalesce(write: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isDirty = false;

  async function run(): Promise<void> {
    try {
      while (isDirty) {
        isDirty = false;
        await write();
      }
    } finally {
      // At once: a promise that is done but still stands here would swallow what is asked for next.
      running = null;
    }
  }

  return () => {
    isDirty = true;
    running ??= run();
    return running;
  };
}
