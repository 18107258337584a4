import { describe, expect, test } from 'vitest';
import { algNone } from '../../../src/core/rules/alg-none.ts';
import { answerOf, factsOf, tokenOf } from '../../support/facts.ts';

describe('alg-none', () => {
  describe('passes', () => {
    test('a signed token', () => {
      expect(answerOf(algNone, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('none', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'none' } }))).toBe('fail:danger');
    });
    test('None', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'None' } }))).toBe('fail:danger');
    });
    test('nOnE', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'nOnE' } }))).toBe('fail:danger');
    });
    test(' none ', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: ' none ' } }))).toBe('fail:danger');
    });
    test('an empty signature', () => {
      expect(answerOf(algNone, factsOf({ token: tokenOf('{"alg":"RS256"}', '{}', '') }))).toBe(
        'fail:danger',
      );
    });
  });
  describe('unknown', () => {
    test('a token without a method is not called unsigned', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: undefined } }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a method that is no text', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: { none: 1 } } }))).toBe('pass');
    });
    test('a very long method', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'none'.repeat(5000) } }))).toBe('pass');
    });
  });
});
