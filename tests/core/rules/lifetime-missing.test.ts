import { describe, expect, test } from 'vitest';
import { lifetimeMissing } from '../../../src/core/rules/lifetime-missing.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('lifetime-missing', () => {
  describe('passes', () => {
    test('an end', () => {
      expect(answerOf(lifetimeMissing, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('no end', () => {
      expect(answerOf(lifetimeMissing, factsOf({ claims: { exp: undefined } }))).toBe(
        'fail:attention',
      );
    });
    test('an end as text', () => {
      expect(answerOf(lifetimeMissing, factsOf({ claims: { exp: '1795526100' } }))).toBe(
        'fail:attention',
      );
    });
    test('an end that nobody lives to see', () => {
      expect(answerOf(lifetimeMissing, factsOf({ claims: { exp: 1e308 } }))).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('nothing is known of other issuers: the runner asks only for known ones', () => {
      expect(answerOf(lifetimeMissing, factsOf())).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('an end that is an object', () => {
      expect(answerOf(lifetimeMissing, factsOf({ claims: { exp: {} } }))).toBe('fail:attention');
    });
    test('zero', () => {
      expect(answerOf(lifetimeMissing, factsOf({ claims: { exp: 0 } }))).toBe('fail:attention');
    });
  });
});
