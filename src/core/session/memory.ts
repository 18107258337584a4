import { createScopeMemory, type MemoryLimits, type ScopeMemory } from './scope-memory.ts';
import type { SeenAccount, SeenToken } from './seen-token.ts';

/**
 * After this, another account in a tab is nothing unusual: the tab began to load a page; or, with `tabId` null, the page of a
 * sign-in service was opened somewhere, which may serve any tab.
 */
export interface FreshStart {
  readonly tabId: number | null;
  readonly atMs: number;
}

/** What was seen before in the same webmail of the same kind of window. Frozen. */
export interface EarlierSightings {
  /** The tokens with the number of the one in question, in the order in which they were judged. It may be among them. */
  readonly numbered: readonly SeenToken[];
  readonly accounts: readonly SeenAccount[];
  /** When tokens were seen that show a sign-in. */
  readonly signInsAtMs: readonly number[];
  readonly freshStarts: readonly FreshStart[];
}

export const nothingEarlier: EarlierSightings = Object.freeze({
  numbered: Object.freeze([]),
  accounts: Object.freeze([]),
  signInsAtMs: Object.freeze([]),
  freshStarts: Object.freeze([]),
});

/** What a memory knows at one moment. */
export interface Recollection extends Omit<EarlierSightings, 'numbered'> {
  /** Every token that is remembered, in the order in which they were judged. */
  readonly tokens: () => readonly SeenToken[];
  readonly numbered: (tokenId: string | null) => readonly SeenToken[];
}

/** What an inspection needs of the memory. Both answer at once, so that of two tokens judged side by side one knows the other. */
export interface MemoryPort {
  readonly recall: (scope: string) => Recollection;
  /** Keeps a token; one with the same fingerprint is replaced, and what was known of its use is kept. */
  readonly remember: (scope: string, token: SeenToken) => void;
}

export interface SightingMemory extends MemoryPort {
  readonly noteStart: (start: FreshStart) => void;
  /** A tab was closed: its number will not come again. */
  readonly forgetTab: (tabId: number) => void;
  readonly snapshot: () => MemorySnapshot;
  /** Puts what was stored before what is there already. */
  readonly restore: (stored: MemorySnapshot) => void;
}

/** The whole memory as plain values. */
export interface MemorySnapshot {
  readonly scopes: readonly (readonly [string, readonly SeenToken[]])[];
  readonly freshStarts: readonly FreshStart[];
}

/** Most webmails, counted once more for private windows, of which tokens are remembered. */
export const maxScopes = 32;
/** Most tokens of one webmail. A page that floods us pushes out what nobody could verify before anything else. */
export const maxTokensOfScope = 256;
export const maxFreshStarts = 256;
/** A token not seen for this long is no longer part of the session. */
export const maxMemoryAgeMs = 24 * 3_600_000;

/** Which tokens know of each other: those of one webmail, apart in private windows. */
export function scopeOf(provider: string | null, isPrivate: boolean): string {
  return `${isPrivate ? 'private' : 'open'}/${provider ?? ''}`;
}

/** Whether a scope is that of private windows. */
export const isPrivateScope = (scope: string): boolean => !scope.startsWith('open/');

/** A bounded memory of sightings, in memory alone. Holds no token, so that its snapshot may be stored. */
export function createSightingMemory(
  limits: MemoryLimits = { maxTokens: maxTokensOfScope, maxAgeMs: maxMemoryAgeMs },
): SightingMemory {
  const scopes = new Map<string, ScopeMemory>();
  let freshStarts: readonly FreshStart[] = nothingEarlier.freshStarts;

  function setStarts(starts: readonly FreshStart[]): void {
    freshStarts = Object.freeze(starts.slice(-maxFreshStarts));
  }

  function remember(scope: string, token: SeenToken): void {
    const memory = scopes.get(scope) ?? createScopeMemory(limits);
    memory.add(token);
    // The one used last stands last.
    scopes.delete(scope);
    scopes.set(scope, memory);
    for (const [oldest] of scopes) {
      if (scopes.size <= maxScopes) break;
      scopes.delete(oldest);
    }
  }

  return {
    recall(scope) {
      const memory = scopes.get(scope);
      return {
        tokens: () => memory?.tokens() ?? nothingEarlier.numbered,
        numbered: (tokenId) => memory?.numbered(tokenId) ?? nothingEarlier.numbered,
        accounts: memory?.accounts() ?? nothingEarlier.accounts,
        signInsAtMs: memory?.signInsAtMs() ?? nothingEarlier.signInsAtMs,
        freshStarts,
      };
    },
    remember,
    noteStart: (start) => setStarts([...freshStarts, Object.freeze({ ...start })]),
    forgetTab(tabId) {
      setStarts(freshStarts.filter((start) => start.tabId !== tabId));
      for (const memory of scopes.values()) memory.forgetTab(tabId);
    },
    snapshot: () => ({
      scopes: [...scopes].map(([scope, memory]) => [scope, memory.tokens()] as const),
      freshStarts,
    }),
    restore(stored) {
      const newer = [...scopes].map(([scope, memory]) => [scope, memory.tokens()] as const);
      scopes.clear();
      setStarts([
        ...stored.freshStarts.map((start) => Object.freeze({ ...start })),
        ...freshStarts,
      ]);
      for (const [scope, tokens] of [...stored.scopes, ...newer]) {
        for (const token of tokens) remember(scope, token);
      }
    },
  };
}
