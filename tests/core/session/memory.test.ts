import { describe, expect, test } from 'vitest';
import {
  createSightingMemory,
  maxFreshStarts,
  maxMemoryAgeMs,
  maxScopes,
  maxTokensOfScope,
  nothingEarlier,
  type SeenToken,
  scopeOf,
} from '../../../src/core/index.ts';
import { maxTabsOfToken } from '../../../src/core/session/seen-token.ts';
import { nowMs, seenOf } from '../../support/history.ts';

const scope = scopeOf('outlook-work', false);
const one = (fingerprint: string, changes: Partial<SeenToken> = {}) =>
  seenOf({ fingerprint, ...changes });
const namesOf = (tokens: readonly SeenToken[]) => tokens.map(({ fingerprint }) => fingerprint);

function remembered(...tokens: SeenToken[]) {
  const memory = createSightingMemory();
  for (const token of tokens) memory.remember(scope, token);
  return memory;
}

describe('the memory of sightings', () => {
  test('knows nothing at first', () => {
    const { tokens, numbered, ...rest } = createSightingMemory().recall(scope);
    expect({ ...rest, numbered: numbered('x') }).toEqual(nothingEarlier);
    expect(tokens()).toEqual([]);
  });

  test('gives back tokens in the order in which they were judged', () => {
    expect(namesOf(remembered(one('a'), one('b')).recall(scope).tokens())).toEqual(['a', 'b']);
  });

  test('keeps webmails and private windows apart', () => {
    const memory = remembered(one('a'));
    for (const other of [
      scopeOf('outlook-work', true),
      scopeOf('outlook-consumer', false),
      scopeOf(null, false),
    ]) {
      expect(memory.recall(other).tokens()).toEqual([]);
    }
  });

  test('what it gave is frozen and does not change', () => {
    const memory = remembered(one('a'));
    const { accounts, signInsAtMs, tokens, numbered } = memory.recall(scope);
    const before = [accounts, signInsAtMs, tokens(), numbered('token-id')];
    const copies = structuredClone(before);
    memory.remember(scope, one('b', { object: 'bob', isSignIn: true }));
    expect(before).toEqual(copies);
    expect([accounts, signInsAtMs, tokens()].every((list) => Object.isFrozen(list))).toBe(true);
    expect(accounts.every((account) => Object.isFrozen(account))).toBe(true);
  });

  test('finds the tokens of one number', () => {
    const memory = remembered(one('a'), one('b', { tokenId: 'x' }), one('c', { tokenId: 'x' }));
    const { numbered } = memory.recall(scope);
    expect(namesOf(numbered('x'))).toEqual(['b', 'c']);
    expect(namesOf(numbered('y'))).toEqual([]);
    expect(namesOf(numbered(null))).toEqual([]);
  });

  test('tells accounts apart by whom they name and how they are used, not by time or number', () => {
    const memory = remembered(
      one('a', { tokenId: '1', seenAtMs: nowMs - 3 }),
      one('b', { tokenId: '2', seenAtMs: nowMs - 2, content: 7, expiresAtSeconds: 1 }),
      one('c', { tokenId: '3', seenAtMs: nowMs - 1 }),
    );
    expect(memory.recall(scope).accounts).toMatchObject([
      { first: { fingerprint: 'a' }, last: { fingerprint: 'c' } },
    ]);
    const differences: Partial<SeenToken>[] = [
      { kind: 'id' },
      { issuer: 'google' },
      { tenant: 'x' },
      { object: 'x' },
      { subject: 'x' },
      { puid: 'x' },
      { sid: 'x' },
      { audience: 'x' },
      { application: 'x' },
      { isOfProgram: true },
      { signature: 'failed' },
      { tabIds: [2] },
      { isUsed: false },
    ];
    for (const [at, changes] of differences.entries())
      memory.remember(scope, one(`d${at}`, changes));
    expect(memory.recall(scope).accounts).toHaveLength(1 + differences.length);
  });

  test('an account goes with its last token', () => {
    const memory = remembered(
      one('a', { object: 'ada', signature: 'failed' }),
      one('b', { object: 'ada', signature: 'failed' }),
    );
    const flood = (count: number) => {
      for (let at = 0; at < count; at++) memory.remember(scope, one(`f${at}`));
      return memory
        .recall(scope)
        .accounts.find(({ first }) => first.object === 'ada' && first.signature === 'failed');
    };
    expect(flood(maxTokensOfScope - 1)?.first.fingerprint).toBe('b');
    expect(flood(maxTokensOfScope)).toBeUndefined();
  });

  test('knows when tokens showed a sign-in, until they are forgotten', () => {
    const memory = remembered(one('a', { isSignIn: true, seenAtMs: 5 }), one('b', { seenAtMs: 6 }));
    expect(memory.recall(scope).signInsAtMs).toEqual([5]);
    memory.remember(scope, one('c', { seenAtMs: maxMemoryAgeMs + 6 }));
    expect(memory.recall(scope).signInsAtMs).toEqual([]);
  });

  test('a token seen again is one token, in all of its tabs, and stays a sign-in', () => {
    const memory = remembered(
      one('a', { tabIds: [1], isSignIn: true }),
      one('b'),
      one('a', { tabIds: [2], seenAtMs: nowMs + 1, isUsed: false }),
    );
    const tokens = memory.recall(scope).tokens();
    expect(namesOf(tokens)).toEqual(['b', 'a']);
    expect(tokens[1]).toMatchObject({
      tabIds: [2, 1],
      isUsed: true,
      isSignIn: true,
      seenAtMs: nowMs + 1,
    });
  });

  test('a token remembers so many tabs', () => {
    const memory = createSightingMemory();
    for (let id = 0; id <= maxTabsOfToken; id++) memory.remember(scope, one('a', { tabIds: [id] }));
    const [token] = memory.recall(scope).tokens();
    expect(token?.tabIds).toHaveLength(maxTabsOfToken);
    expect(token?.tabIds).not.toContain(0);
  });

  test('a token not seen for a day is forgotten when the next one comes', () => {
    const atBound = remembered(one('a'), one('b', { seenAtMs: nowMs + maxMemoryAgeMs }));
    expect(namesOf(atBound.recall(scope).tokens())).toEqual(['a', 'b']);
    const past = remembered(one('a'), one('b', { seenAtMs: nowMs + maxMemoryAgeMs + 1 }));
    expect(namesOf(past.recall(scope).tokens())).toEqual(['b']);
  });

  test('of too many tokens the oldest goes', () => {
    const memory = createSightingMemory();
    for (let at = 0; at <= maxTokensOfScope; at++) memory.remember(scope, one(`t${at}`));
    const names = namesOf(memory.recall(scope).tokens());
    expect(names).toHaveLength(maxTokensOfScope);
    expect(names).not.toContain('t0');
    expect(names).toContain('t1');
  });

  test('other limits hold where they are given', () => {
    const memory = createSightingMemory({ maxTokens: 2, maxAgeMs: Number.POSITIVE_INFINITY });
    const years = 10 * 365 * 86_400_000;
    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      memory.remember(scope, one(name, { seenAtMs: nowMs + at * years }));
    }
    expect(namesOf(memory.recall(scope).tokens())).toEqual(['b', 'c']);
  });

  test('a flood of tokens that nobody can verify does not push out verified ones', () => {
    const memory = remembered(one('genuine'));
    for (let at = 0; at < 3 * maxTokensOfScope; at++) {
      memory.remember(scope, one(`forged${at}`, { signature: at % 2 ? 'failed' : 'not-checked' }));
    }
    const names = namesOf(memory.recall(scope).tokens());
    expect(names).toHaveLength(maxTokensOfScope);
    expect(names).toContain('genuine');
  });

  test('of too many webmails the one not used for longest goes', () => {
    const memory = createSightingMemory();
    for (let at = 0; at <= maxScopes; at++) memory.remember(`scope${at}`, one('a'));
    expect(memory.recall('scope0').tokens()).toEqual([]);
    expect(memory.recall('scope1').tokens()).toHaveLength(1);
  });

  test('page loads are known to every webmail, and so many of them', () => {
    const memory = remembered(one('a'));
    for (let at = 0; at <= maxFreshStarts; at++) memory.noteStart({ tabId: 1, atMs: at });
    memory.remember('another', one('b'));
    for (const name of [scope, 'another']) {
      const { freshStarts } = memory.recall(name);
      expect(freshStarts).toHaveLength(maxFreshStarts);
      expect(freshStarts[0]?.atMs).toBe(1);
      expect(freshStarts.at(-1)?.atMs).toBe(maxFreshStarts);
    }
  });

  test('a closed tab is forgotten, and its tokens are kept', () => {
    const memory = remembered(one('a', { tabIds: [1, 2] }), one('b', { tabIds: [2] }));
    memory.noteStart({ tabId: 2, atMs: nowMs });
    memory.noteStart({ tabId: 1, atMs: nowMs });
    memory.forgetTab(2);
    const { tokens, freshStarts } = memory.recall(scope);
    expect(tokens().map(({ tabIds }) => tabIds)).toEqual([[1], []]);
    expect(freshStarts).toEqual([{ tabId: 1, atMs: nowMs }]);
  });

  test('comes back from what was stored, older than what came since', () => {
    const before = remembered(one('a'), one('b'));
    before.noteStart({ tabId: 1, atMs: 1 });
    const stored = structuredClone(before.snapshot());
    const after = remembered(one('c'), one('a', { tabIds: [5] }));
    after.noteStart({ tabId: 1, atMs: 2 });
    after.restore(stored);
    const { tokens, freshStarts } = after.recall(scope);
    expect(namesOf(tokens())).toEqual(['b', 'c', 'a']);
    expect(tokens().at(-1)?.tabIds).toEqual([5, 1]);
    expect(freshStarts.map(({ atMs }) => atMs)).toEqual([1, 2]);
  });

  test('keeps its bounds when more is stored than it would keep', () => {
    const memory = createSightingMemory();
    const tokens = Array.from({ length: maxTokensOfScope + 9 }, (_, at) => one(`t${at}`));
    const scopes = Array.from({ length: maxScopes + 1 }, (_, at) => [`s${at}`, tokens] as const);
    const freshStarts = Array.from({ length: maxFreshStarts + 1 }, (_, at) => ({
      tabId: 1,
      atMs: at,
    }));
    memory.restore({ scopes, freshStarts });
    const kept = memory.snapshot();
    expect(kept.scopes).toHaveLength(maxScopes);
    expect(kept.scopes.every(([, list]) => list.length === maxTokensOfScope)).toBe(true);
    expect(kept.freshStarts).toHaveLength(maxFreshStarts);
  });
});
