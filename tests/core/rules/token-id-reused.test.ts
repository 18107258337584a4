import { describe, expect, test } from 'vitest';
import type { SeenToken } from '../../../src/core/index.ts';
import { tokenIdReused } from '../../../src/core/rules/token-id-reused.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { earlierOf, factsAfter, seenOf } from '../../support/history.ts';
import { otherTenant } from '../../support/tokens.ts';

/** An earlier token with the number of the one in question. */
const numbered = (changes: Partial<SeenToken> = {}) =>
  earlierOf({ tokenId: 'token-id', ...changes });
const answerAfter = (...earlier: SeenToken[]) => answerOf(tokenIdReused, factsAfter(earlier));

describe('token-id-reused', () => {
  describe('passes', () => {
    test('another token of another number', () => {
      expect(answerAfter(earlierOf())).toBe('pass');
    });
    test('the same token seen again', () => {
      expect(answerAfter(seenOf())).toBe('pass');
    });
    test('the same content under another signature or in another encoding', () => {
      expect(answerAfter(numbered({ content: 1 }))).toBe('pass');
      expect(answerAfter(numbered({ content: null }))).toBe('pass');
    });
    test('the ID token and the access token of one answer', () => {
      const idToken = numbered({ kind: 'id', audience: 'outlook', subject: 'ada-for-client' });
      expect(answerAfter(idToken)).toBe('pass');
    });
    test('an ID token and an access token for the same application', () => {
      expect(answerAfter(numbered({ kind: 'id' }))).toBe('pass');
    });
    test('another issuer, which numbers by itself', () => {
      expect(answerAfter(numbered({ issuer: 'google' }))).toBe('pass');
    });
    test('the original after its forgery, which was called forged', () => {
      expect(answerAfter(numbered({ signature: 'failed' }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('another content for the same audience', () => {
      expect(answerAfter(numbered())).toBe('fail:danger');
    });
    test('whether or not the signatures could be checked', () => {
      for (const signature of ['verified', 'failed', 'not-checked'] as const) {
        const facts = factsAfter([numbered({ signature: 'not-checked' })], { signature });
        expect(answerOf(tokenIdReused, facts)).toBe('fail:danger');
      }
    });
    test('two that nobody could verify', () => {
      const facts = factsAfter([numbered({ signature: 'failed' })], { signature: 'failed' });
      expect(answerOf(tokenIdReused, facts)).toBe('fail:danger');
    });
    test('a pair that names two accounts or two organisations', () => {
      const idToken = { kind: 'id', audience: 'outlook' } as const;
      expect(answerAfter(numbered({ ...idToken, object: 'eve' }))).toBe('fail:attention');
      expect(answerAfter(numbered({ ...idToken, tenant: otherTenant }))).toBe('fail:attention');
    });
    test('the worst of several is told', () => {
      const pair = numbered({ kind: 'id', audience: 'outlook', object: 'eve' });
      expect(answerAfter(pair, numbered({ fingerprint: 'copy' }), earlierOf())).toBe('fail:danger');
    });
    test('and says which token it was and when, not what it said', () => {
      const outcome = tokenIdReused.check(factsAfter([numbered({ subject: 'secret-subject' })]));
      const text = JSON.stringify(outcome);
      expect(text).toContain('earlier-token');
      expect(text).toContain(String(numbered().seenAtMs / 1000));
      expect(text).not.toContain('secret-subject');
    });
  });
  describe('unknown', () => {
    test('nothing is remembered', () => {
      expect(answerOf(tokenIdReused, factsOf())).toBe('not-applicable');
      expect(answerAfter()).toBe('not-applicable');
    });
    test('a token without a number', () => {
      const facts = factsAfter([earlierOf({ tokenId: null })], { tokenId: null });
      expect(answerOf(tokenIdReused, facts)).toBe('not-applicable');
    });
    test('a number in one of them only', () => {
      expect(answerAfter(earlierOf({ tokenId: null }))).toBe('pass');
    });
    test('two audiences that are not told', () => {
      const facts = factsAfter([numbered({ audience: null })], { audience: null });
      expect(answerOf(tokenIdReused, facts)).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a full memory without a hit', () => {
      const many = Array.from({ length: 256 }, (_, at) => earlierOf({ fingerprint: `f${at}` }));
      expect(answerAfter(...many)).toBe('pass');
    });
    test('a kind that nobody knows is compared with its like', () => {
      const facts = factsAfter([numbered({ kind: 'unknown' })], { kind: 'unknown' });
      expect(answerOf(tokenIdReused, facts)).toBe('fail:danger');
    });
  });
});
