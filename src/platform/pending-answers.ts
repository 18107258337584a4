/** Longest wait for an answer, ms, and most requests that wait. */
export const answerWaitMs = 2_000;
export const maxPending = 256;

export interface PendingAnswers<Value> {
  /** Whether the answer to this request is waited for. */
  readonly has: (requestId: string) => boolean;
  /** Holds what is known of a request back until it is answered. */
  readonly hold: (requestId: string, value: Value) => void;
  /** The request was answered; `status` as in RFC 9110 section 15. */
  readonly settle: (requestId: string, status: number) => void;
}

/**
 * Brings what a request showed together with how it was answered. Holds it back for as long as an answer usually takes, never longer, and
 * lets it go without a status when none came in time, when the request was sent on, or when too many wait. Nothing is lost.
 */
export function createPendingAnswers<Value>(
  release: (value: Value, status: number | null) => void,
  /** Runs what is to be done after everything that was seen so far. */
  inTurn: (task: () => void) => void = (task) => task(),
): PendingAnswers<Value> {
  const pending = new Map<string, { readonly value: Value; readonly timer: Timer }>();

  function letGo(requestId: string, status: number | null): void {
    const entry = pending.get(requestId);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    pending.delete(requestId);
    release(entry.value, status);
  }

  return {
    has: (requestId) => pending.has(requestId),
    hold(requestId, value) {
      // Sent again under the same name: to where it was redirected, or with credentials.
      letGo(requestId, null);
      const giveUp = () => {
        if (pending.get(requestId) === entry) letGo(requestId, null);
      };
      // The answer may have come, and wait for its turn to be looked at.
      const timer = setTimeout(() => inTurn(giveUp), answerWaitMs);
      const entry = { value, timer };
      pending.set(requestId, entry);
      for (const [oldest] of pending) {
        if (pending.size <= maxPending) break;
        letGo(oldest, null);
      }
    },
    settle: letGo,
  };
}

type Timer = ReturnType<typeof setTimeout>;
