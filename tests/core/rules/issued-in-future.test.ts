import { describe, expect, test } from 'vitest';
import { issuedInFuture } from '../../../src/core/rules/issued-in-future.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

describe('issued-in-future', () => {
  describe('passes', () => {
    test('the past', () => {
      expect(answerOf(issuedInFuture, factsOf())).toBe('pass');
    });
    test('within the allowed difference', () => {
      expect(answerOf(issuedInFuture, factsOf({ claims: { iat: issuedAt + 360 } }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('past the allowed difference', () => {
      expect(answerOf(issuedInFuture, factsOf({ claims: { iat: issuedAt + 361 } }))).toBe(
        'fail:attention',
      );
    });
  });
  describe('unknown', () => {
    test('a clock that nobody compared', () => {
      expect(
        answerOf(issuedInFuture, factsOf({ claims: { iat: issuedAt + 361 }, clockIsKnown: false })),
      ).toBe('unknown:clock-unknown');
    });
    test('no time', () => {
      expect(answerOf(issuedInFuture, factsOf({ claims: { iat: undefined } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('a time that is a text', () => {
      expect(answerOf(issuedInFuture, factsOf({ claims: { iat: '9999999999' } }))).toBe(
        'not-applicable',
      );
    });
    test('an endless time', () => {
      expect(answerOf(issuedInFuture, factsOf({ claims: { iat: 1e308 } }))).toBe('fail:attention');
    });
  });
});
