import type { Policy } from '../core/index.ts';
import { logProblem } from '../platform/log.ts';
import { sessionStorage } from '../platform/session-storage.ts';
import { openIn } from '../platform/tabs.ts';
import { answerBlocked } from './answers/blocked.ts';
import { createBlockStore } from './block-store.ts';
import { createBlocking } from './blocking.ts';
import { showBlocked } from './responses/block.ts';

/** Everything about webmails that are closed because of a forged session. */
export function createBlockParts(parts: {
  readonly policy: () => Policy;
  readonly noteContinued: (fingerprints: readonly string[], atMs: number) => Promise<void>;
  readonly nowMs: () => number;
}) {
  const store = createBlockStore({
    storage: sessionStorage,
    createId: () => crypto.randomUUID(),
    logProblem,
  });
  return {
    store,
    consider: createBlocking({ ...parts, store, show: showBlocked }),
    answers: answerBlocked({ ...parts, store, open: openIn }),
  };
}
