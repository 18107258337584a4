import { describe, expect, test } from 'vitest';
import type { SeenToken } from '../../../src/core/index.ts';
import { tenantSwitched } from '../../../src/core/rules/tenant-switched.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { earlierOf, factsAfter, nowMs, seenOf } from '../../support/history.ts';
import { enterpriseTenant, otherTenant } from '../../support/tokens.ts';

const switched = { tenant: otherTenant, object: 'ada-as-guest' };
const ofOtherRule = { tenant: enterpriseTenant, object: 'bob' };
const previous = (changes: Partial<SeenToken> = {}) => [earlierOf({ ...switched, ...changes })];
const answerAfter = (changes: Partial<SeenToken> = {}, now: Partial<SeenToken> = {}) =>
  answerOf(tenantSwitched, factsAfter(previous(changes), now));
const startedAt = (atMs: number, tabId: number | null) =>
  answerOf(tenantSwitched, factsAfter(previous(), {}, [{ tabId, atMs }]));

describe('tenant-switched', () => {
  describe('passes', () => {
    test('the same account', () => {
      expect(answerOf(tenantSwitched, factsAfter([earlierOf()]))).toBe('pass');
    });
    test('a page load between', () => {
      expect(startedAt(nowMs - 5_000, 1)).toBe('pass');
      expect(startedAt(nowMs, 1)).toBe('pass');
    });
    test('the page of a sign-in service in any tab between', () => {
      expect(startedAt(nowMs - 5_000, null)).toBe('pass');
    });
    test('a token that shows a sign-in, itself or between', () => {
      expect(answerAfter({}, { isSignIn: true })).toBe('pass');
      const signIn = earlierOf({
        fingerprint: 's',
        tabIds: [9],
        seenAtMs: nowMs - 1,
        isSignIn: true,
      });
      expect(answerOf(tenantSwitched, factsAfter([...previous(), signIn]))).toBe('pass');
    });
    test('an account that was used in this tab before, side by side with the other', () => {
      const own = earlierOf({ fingerprint: 'own', audience: 'graph', seenAtMs: nowMs - 60_000 });
      expect(answerOf(tenantSwitched, factsAfter([own, ...previous()]))).toBe('pass');
      expect(answerOf(tenantSwitched, factsAfter([...previous(), own]))).toBe('pass');
    });
    test('an account whose token lies in the page’s storage', () => {
      const stored = earlierOf({ fingerprint: 'stored', audience: 'graph', isUsed: false });
      expect(answerOf(tenantSwitched, factsAfter([stored, ...previous()]))).toBe('pass');
    });
    test('what the rule for the account says', () => {
      expect(answerAfter(ofOtherRule)).toBe('pass');
    });
  });
  describe('fails', () => {
    test('a token that took the place of another account’s', () => {
      expect(answerAfter()).toBe('fail:note');
    });
    test('a page load before that, or in another tab', () => {
      expect(startedAt(nowMs - 10_001, 1)).toBe('fail:note');
      expect(startedAt(nowMs - 5_000, 2)).toBe('fail:note');
      expect(startedAt(nowMs + 1, 1)).toBe('fail:note');
    });
    test('a sign-in before that', () => {
      expect(answerAfter({ isSignIn: true })).toBe('fail:note');
    });
    test('in one of several tabs', () => {
      expect(answerAfter({ tabIds: [4, 1] }, { tabIds: [7, 1] })).toBe('fail:note');
    });
    test('and compares with the last one of those before', () => {
      const last = earlierOf({ ...switched, fingerprint: 'last', seenAtMs: nowMs - 2 });
      const outcome = tenantSwitched.check(factsAfter([last, ...previous()]));
      expect(JSON.stringify(outcome)).toContain('last');
    });
  });
  describe('unknown', () => {
    test('nothing is remembered, or only the token itself', () => {
      expect(answerOf(tenantSwitched, factsOf())).toBe('not-applicable');
      expect(answerOf(tenantSwitched, factsAfter([seenOf(switched)]))).toBe('not-applicable');
    });
    test('another tab, or none that is known', () => {
      expect(answerAfter({ tabIds: [2] })).toBe('not-applicable');
      expect(answerAfter({ tabIds: [] }, { tabIds: [] })).toBe('not-applicable');
    });
    test('another application or audience, as add-ins have', () => {
      expect(answerAfter({ application: 'add-in' })).toBe('not-applicable');
      expect(answerAfter({ audience: 'graph' })).toBe('not-applicable');
      expect(answerAfter({ kind: 'id' })).toBe('not-applicable');
    });
    test('a token that names no person', () => {
      expect(answerAfter({ isOfProgram: true })).toBe('not-applicable');
      expect(answerAfter({}, { isOfProgram: true })).toBe('not-applicable');
      expect(answerAfter({}, { object: null })).toBe('not-applicable');
      expect(answerAfter({ tenant: null })).toBe('not-applicable');
      expect(answerAfter({}, { application: null })).toBe('not-applicable');
      expect(answerAfter({}, { audience: null })).toBe('not-applicable');
    });
    test('a token that lies in a store and was not sent', () => {
      expect(answerAfter({ isUsed: false })).toBe('not-applicable');
      expect(answerAfter({}, { isUsed: false })).toBe('not-applicable');
    });
    test('a token that was judged before and seen after', () => {
      expect(answerAfter({ seenAtMs: nowMs + 1 })).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('a forged token of another account does not make the genuine one look new', () => {
      expect(answerAfter({ signature: 'failed' })).toBe('not-applicable');
    });
    test('a forged token of another account is told', () => {
      expect(answerAfter({}, { signature: 'failed' })).toBe('fail:note');
    });
  });
});
