import { maxTabsOfToken, type SeenToken } from './seen-token.ts';

/**
 * After this, another account in a tab is nothing unusual: the tab began to load a page, or, with `tabId` null, the page of a
 * sign-in service was opened somewhere, which may serve any tab.
 */
export interface FreshStart {
  readonly tabId: number | null;
  readonly atMs: number;
}

/** What was seen before in the same webmail of the same kind of window. Frozen. */
export interface EarlierSightings {
  /** Each token once, in the order in which they were judged. The token in question may be among them: it was seen before. */
  readonly tokens: readonly SeenToken[];
  readonly freshStarts: readonly FreshStart[];
}

export const nothingEarlier: EarlierSightings = Object.freeze({
  tokens: Object.freeze([]),
  freshStarts: Object.freeze([]),
});

/** What an inspection needs of the memory. Both answer at once, so that of two tokens judged side by side one knows the other. */
export interface MemoryPort {
  readonly recall: (scope: string) => EarlierSightings;
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

export interface MemoryLimits {
  /** Most tokens of one webmail. */
  readonly maxTokens: number;
  /** A token not seen for this long is no longer part of the session. */
  readonly maxAgeMs: number;
}

/** Which tokens know of each other: those of one webmail, apart in private windows. */
export function scopeOf(provider: string | null, isPrivate: boolean): string {
  return `${isPrivate ? 'private' : 'open'}/${provider ?? ''}`;
}

/** A bounded memory of sightings, in memory alone. Holds no token, so that its snapshot may be stored. */
export function createSightingMemory(
  limits: MemoryLimits = { maxTokens: maxTokensOfScope, maxAgeMs: maxMemoryAgeMs },
): SightingMemory {
  const scopes = new Map<string, EarlierSightings>();
  let freshStarts: readonly FreshStart[] = nothingEarlier.freshStarts;

  function put(scope: string, tokens: readonly SeenToken[]): void {
    scopes.delete(scope);
    scopes.set(scope, Object.freeze({ tokens: Object.freeze(tokens), freshStarts }));
    for (const [oldest] of scopes) {
      if (scopes.size <= maxScopes) break;
      scopes.delete(oldest);
    }
  }

  function setStarts(starts: readonly FreshStart[]): void {
    freshStarts = Object.freeze(starts.slice(-maxFreshStarts));
    for (const [scope, { tokens }] of scopes) {
      scopes.set(scope, Object.freeze({ tokens, freshStarts }));
    }
  }

  return {
    recall: (scope) => scopes.get(scope) ?? nothingEarlier,
    remember(scope, token) {
      const known = scopes.get(scope)?.tokens ?? [];
      put(scope, addToken(known, token, limits));
    },
    noteStart: (start) => setStarts([...freshStarts, Object.freeze({ ...start })]),
    forgetTab(tabId) {
      setStarts(freshStarts.filter((start) => start.tabId !== tabId));
      for (const [scope, { tokens }] of [...scopes]) {
        if (!tokens.some(({ tabIds }) => tabIds.includes(tabId))) continue;
        const without = tokens.map((token) => {
          const tabIds = Object.freeze(token.tabIds.filter((id) => id !== tabId));
          return Object.freeze({ ...token, tabIds });
        });
        scopes.set(scope, Object.freeze({ tokens: Object.freeze(without), freshStarts }));
      }
    },
    snapshot: () => ({
      scopes: [...scopes].map(([scope, { tokens }]) => [scope, tokens] as const),
      freshStarts,
    }),
    restore(stored) {
      const newer = [...scopes].map(([scope, { tokens }]) => [scope, tokens] as const);
      scopes.clear();
      setStarts([
        ...stored.freshStarts.map((start) => Object.freeze({ ...start })),
        ...freshStarts,
      ]);
      for (const [scope, tokens] of [...stored.scopes, ...newer]) {
        const known = scopes.get(scope)?.tokens ?? [];
        put(
          scope,
          tokens.reduce((list, token) => addToken(list, token, limits), known),
        );
      }
    },
  };
}

/** The tokens of a scope after one more. */
function addToken(
  known: readonly SeenToken[],
  token: SeenToken,
  { maxTokens, maxAgeMs }: MemoryLimits,
): readonly SeenToken[] {
  const same = known.find(({ fingerprint }) => fingerprint === token.fingerprint);
  const others = known.filter(
    (other) => other !== same && token.seenAtMs - other.seenAtMs <= maxAgeMs,
  );
  if (others.length >= maxTokens) {
    const unverified = others.findIndex(({ signature }) => signature !== 'verified');
    others.splice(Math.max(0, unverified), 1);
  }
  const tabIds = [...new Set([...token.tabIds, ...(same?.tabIds ?? [])])].slice(0, maxTabsOfToken);
  const kept = {
    ...token,
    tabIds: Object.freeze(tabIds),
    isUsed: token.isUsed || same?.isUsed === true,
    isSignIn: token.isSignIn || same?.isSignIn === true,
  };
  return [...others, Object.freeze(kept)];
}
