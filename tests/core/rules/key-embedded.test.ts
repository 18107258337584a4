import { describe, expect, test } from 'vitest';
import { keyEmbedded } from '../../../src/core/rules/key-embedded.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('key-embedded', () => {
  describe('passes', () => {
    test('no key', () => {
      expect(answerOf(keyEmbedded, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('jwk', () => {
      expect(answerOf(keyEmbedded, factsOf({ header: { jwk: 'x' } }))).toBe('fail:attention');
    });
    test('jku', () => {
      expect(answerOf(keyEmbedded, factsOf({ header: { jku: 'x' } }))).toBe('fail:attention');
    });
    test('x5u', () => {
      expect(answerOf(keyEmbedded, factsOf({ header: { x5u: 'x' } }))).toBe('fail:attention');
    });
    test('x5c', () => {
      expect(answerOf(keyEmbedded, factsOf({ header: { x5c: 'x' } }))).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('a proof carries its key by design', () => {
      expect(answerOf(keyEmbedded, factsOf({ header: { typ: 'dpop+jwt', jwk: {} } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('a key that is null', () => {
      expect(answerOf(keyEmbedded, factsOf({ header: { jwk: null } }))).toBe('fail:attention');
    });
  });
});
