import type { WhenLookedAt } from './sources/source.ts';

/** A tab is read at most once in this time, milliseconds: what is found makes the popup ask anew. */
export const restMs = 4_000;
/** The popup paints what is known before the page is read, which takes time of the same machine, milliseconds. */
export const afterAnswerMs = 150;

export interface Looking {
  readonly whenLookedAt: WhenLookedAt;
  /** Somebody looks at a tab, and is shown this answer first. */
  readonly lookedAt: (tabId: number, answer: Promise<unknown>) => void;
}

/** Has those who can read a page again do so when somebody wants to know. */
export function createLooking(parts: {
  /** Resolves when it is known which webmails are turned off: nothing is read before. */
  readonly ready: () => Promise<void>;
  readonly nowMs: () => number;
}): Looking {
  const callbacks: ((tabId: number) => void)[] = [];
  /** When each tab was last looked at, of those that may not be read yet. */
  const resting = new Map<number, number>();

  function isResting(tabId: number): boolean {
    const nowMs = parts.nowMs();
    for (const [id, atMs] of resting) {
      // A clock that was set back makes no rest longer.
      if (nowMs < atMs || nowMs - atMs >= restMs) resting.delete(id);
    }
    if (resting.has(tabId)) return true;
    resting.set(tabId, nowMs);
    return false;
  }

  return {
    whenLookedAt: (callback) => void callbacks.push(callback),
    lookedAt(tabId, answer) {
      if (isResting(tabId)) return;
      void Promise.allSettled([answer, parts.ready()]).then(() =>
        setTimeout(() => {
          for (const callback of callbacks) callback(tabId);
        }, afterAnswerMs),
      );
    },
  };
}
