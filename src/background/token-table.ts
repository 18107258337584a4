import type { Sighting } from '../core/index.ts';

/** Most uses of tokens that a table remembers, and most of their characters. */
export const maxSeen = 1024;
export const maxSeenCharacters = 4_000_000;
/** Most uses of one token, so that one token cannot push out all others. */
export const maxUsesOfToken = 64;

/** Values by token and use of it. Token texts live here in memory, bounded, and nowhere else. */
export interface TokenTable<Value> {
  readonly get: (sighting: Sighting) => Value | undefined;
  /** Keeps a value as the newest, for a token as the newest one; what is oldest beyond the bounds is forgotten. */
  readonly set: (sighting: Sighting, value: Value) => void;
  /** Puts another value in the place of one that is there, which grows no newer by it. */
  readonly update: (sighting: Sighting, value: Value) => void;
  readonly delete: (sighting: Sighting) => void;
  readonly clear: () => void;
  readonly values: () => Value[];
}

/**
 * Found by the token's text first and by its use then: a text that is put together of both would be copied and hashed for every
 * request that brings a token, which takes longer than everything else that is done for one seen before.
 */
export function createTokenTable<Value>(): TokenTable<Value> {
  const byToken = new Map<string, Map<string, Value>>();
  let size = 0;
  let characters = 0;

  function drop(token: string, uses: Map<string, Value>, use: string): void {
    if (!uses.delete(use)) return;
    size--;
    characters -= token.length + use.length;
    if (uses.size === 0) byToken.delete(token);
  }

  /** Oldest token first, and of one token its oldest use. */
  function dropSurplus(): void {
    for (const [token, uses] of byToken) {
      for (const use of uses.keys()) {
        if (size <= maxSeen && characters <= maxSeenCharacters) return;
        drop(token, uses, use);
      }
    }
  }

  return {
    get: (sighting) => byToken.get(sighting.credential)?.get(useOf(sighting)),
    set(sighting, value) {
      const token = sighting.credential;
      const use = useOf(sighting);
      const uses = byToken.get(token) ?? new Map<string, Value>();
      drop(token, uses, use);
      for (const oldest of uses.keys()) {
        if (uses.size < maxUsesOfToken) break;
        drop(token, uses, oldest);
      }
      byToken.delete(token);
      byToken.set(token, uses);
      uses.set(use, value);
      size++;
      characters += token.length + use.length;
      dropSurplus();
    },
    update(sighting, value) {
      const uses = byToken.get(sighting.credential);
      const use = useOf(sighting);
      if (uses?.has(use)) uses.set(use, value);
    },
    delete(sighting) {
      const uses = byToken.get(sighting.credential);
      if (uses !== undefined) drop(sighting.credential, uses, useOf(sighting));
    },
    clear() {
      byToken.clear();
      size = 0;
      characters = 0;
    },
    values: () => [...byToken.values()].flatMap((uses) => [...uses.values()]),
  };
}

/**
 * What came in the same answer counts: a known ID token beside another code is not the same sign-in. So does how it was presented: a
 * token that is bound to a key may be kept anywhere and used with its proof, but not as a plain one. And so does what the server said.
 */
function useOf({ host, documentHost, isPrivate, context }: Sighting): string {
  const { code, accessToken, presentedAs, answer, serverTrust } = context;
  const said = `${answer ?? ''}${serverTrust === null ? '' : '+'}`;
  const use = `${isPrivate ? 1 : 0} ${presentedAs} ${said} ${host} ${documentHost ?? ''}`;
  return code === null && accessToken === null ? use : `${use} ${code ?? ''} ${accessToken ?? ''}`;
}
