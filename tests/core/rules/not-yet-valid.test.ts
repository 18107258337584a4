import { describe, expect, test } from 'vitest';
import { notYetValid } from '../../../src/core/rules/not-yet-valid.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

describe('not-yet-valid', () => {
  describe('passes', () => {
    test('the past', () => {
      expect(answerOf(notYetValid, factsOf())).toBe('pass');
    });
    test('within the allowed difference', () => {
      expect(answerOf(notYetValid, factsOf({ claims: { nbf: issuedAt + 360 } }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('past the allowed difference', () => {
      expect(answerOf(notYetValid, factsOf({ claims: { nbf: issuedAt + 361 } }))).toBe(
        'fail:attention',
      );
    });
  });
  describe('unknown', () => {
    test('a clock that nobody compared', () => {
      expect(
        answerOf(notYetValid, factsOf({ claims: { nbf: issuedAt + 361 }, clockIsKnown: false })),
      ).toBe('unknown:clock-unknown');
    });
    test('no time', () => {
      expect(answerOf(notYetValid, factsOf({ claims: { nbf: undefined } }))).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('a time that is a text', () => {
      expect(answerOf(notYetValid, factsOf({ claims: { nbf: '9999999999' } }))).toBe(
        'not-applicable',
      );
    });
    test('an endless time', () => {
      expect(answerOf(notYetValid, factsOf({ claims: { nbf: 1e308 } }))).toBe('fail:attention');
    });
  });
});
