/** Longest wait for an answer, ms, and most requests that wait. */
export const answerWaitMs = 2_000;
export const maxPending = 256;

export interface PendingAnswers<Value> {
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
    hold(requestId, value) {
      // Sent again under the same name: to where it was redirected, or with credentials.
      letGo(requestId, null);
      const timer = setTimeout(() => letGo(requestId, null), answerWaitMs);
      pending.set(requestId, { value, timer });
      for (const [oldest] of pending) {
        if (pending.size <= maxPending) break;
        letGo(oldest, null);
      }
    },
    settle: letGo,
  };
}

type Timer = ReturnType<typeof setTimeout>;
