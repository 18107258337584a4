import type { TokenUse } from '../core/index.ts';

/** Most uses that wait to be noted. */
export const maxRecentUses = 256;

/** Uses of known tokens, of which the last one of each kind is enough. */
export interface RecentUses {
  /** Notes a use, at once or with `flush`. */
  readonly note: (sessionId: string, use: TokenUse) => void;
  /** Notes what waits. To be called before anything reads what was noted. */
  readonly flush: () => void;
}

/**
 * A page sends the same tokens with request after request, and noting one use rebuilds its session. The last of several uses of a token
 * in the same place says all that the others said.
 */
export function createRecentUses(apply: (sessionId: string, use: TokenUse) => void): RecentUses {
  const recent = new Map<string, { readonly sessionId: string; use: TokenUse }>();

  function flush(): void {
    const waiting = [...recent.values()];
    recent.clear();
    for (const { sessionId, use } of waiting) apply(sessionId, use);
  }

  return {
    note(sessionId, use) {
      const before = recent.get(use.fingerprint);
      if (before?.sessionId === sessionId && isSamePlace(before.use, use)) {
        if (use.atMs >= before.use.atMs) before.use = use;
        return;
      }
      if (before !== undefined || recent.size >= maxRecentUses) flush();
      recent.set(use.fingerprint, { sessionId, use });
    },
    flush,
  };
}

const isSamePlace = (a: TokenUse, b: TokenUse): boolean =>
  a.source === b.source &&
  a.host === b.host &&
  a.isLeftBehind === b.isLeftBehind &&
  a.tabIds.length === b.tabIds.length &&
  a.tabIds.every((tabId, index) => tabId === b.tabIds[index]);
