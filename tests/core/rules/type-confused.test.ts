import { describe, expect, test } from 'vitest';
import { typeConfused } from '../../../src/core/rules/type-confused.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('type-confused', () => {
  describe('passes', () => {
    test('JWT', () => {
      expect(answerOf(typeConfused, factsOf())).toBe('pass');
    });
    test('no kind', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: undefined } }))).toBe('pass');
    });
    test('at+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'at+jwt' } }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('dpop+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'dpop+jwt' } }))).toBe(
        'fail:attention',
      );
    });
    test('logout+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'logout+jwt' } }))).toBe(
        'fail:attention',
      );
    });
    test('application/secevent+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'application/secevent+jwt' } }))).toBe(
        'fail:attention',
      );
    });
    test('DPoP+JWT', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'DPoP+JWT' } }))).toBe(
        'fail:attention',
      );
    });
    test('a logout token by its claim', () => {
      expect(answerOf(typeConfused, factsOf({ claims: { events: {} } }))).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('a kind that nobody knows', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'thing+jwt' } }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a kind that is an object', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: { toString: 1 } } }))).toBe('pass');
    });
  });
});
