import { type Directory, inspect, type Policy, sessionIdOf } from '../core/index.ts';
import { logProblem } from '../platform/log.ts';
import type { createHistoryStore } from './history-store.ts';
import type { KeyCache } from './key-cache/key-cache.ts';
import type { createMemoryStore } from './memory-store.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import type { SessionStore } from './session-store.ts';
import { isLeftBehind, useOf } from './token-use.ts';

/** The way of a sighting: judged by what is known, then kept. */
export function createJudging(parts: {
  readonly keys: KeyCache;
  readonly memory: ReturnType<typeof createMemoryStore>;
  readonly sessions: SessionStore;
  readonly history: ReturnType<typeof createHistoryStore>;
  readonly policy: () => Policy;
  readonly directory: () => Directory;
  /** Another verdict is there. */
  readonly onJudged: () => void;
  readonly nowMs: () => number;
}): Pipeline {
  const { keys, memory, sessions, history, nowMs } = parts;
  return createPipeline({
    inspect: async (sighting) => {
      await memory.ready;
      // As of its use: a token that is judged again later had not run out then.
      const { seenAtMs } = sighting;
      return inspect(sighting, {
        keys,
        nowMs: seenAtMs,
        memory,
        policy: parts.policy(),
        directory: parts.directory(),
      });
    },
    store: async (inspection, sighting) => {
      const { isPrivate, tabIds, context } = sighting;
      // Nobody waits for what is written: a token that a stop of the background made us forget is judged again when it is used.
      const use = { isPrivate, tabIds, isLeftBehind: isLeftBehind(context) };
      await Promise.all([sessions.add(inspection, use), history.note(inspection, isPrivate)]);
      parts.onJudged();
      return { sessionId: sessionIdOf(inspection, isPrivate), fingerprint: inspection.fingerprint };
    },
    touch: ({ sessionId, fingerprint }, sighting) =>
      sessions.touch(sessionId, useOf(fingerprint, sighting)),
    nowMs,
    logProblem,
  });
}
