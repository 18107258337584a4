import { describe, expect, test } from 'vitest';
import { critUnknown } from '../../../src/core/rules/crit-unknown.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('crit-unknown', () => {
  describe('passes', () => {
    test('no demand', () => {
      expect(answerOf(critUnknown, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('an extension', () => {
      expect(answerOf(critUnknown, factsOf({ header: { crit: ['exp'] } }))).toBe('fail:attention');
    });
    test('an empty list', () => {
      expect(answerOf(critUnknown, factsOf({ header: { crit: [] } }))).toBe('fail:attention');
    });
    test('an unencoded payload', () => {
      expect(answerOf(critUnknown, factsOf({ header: { b64: false } }))).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('a member of another name', () => {
      expect(answerOf(critUnknown, factsOf({ header: { critical: true } }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a demand that is no list', () => {
      expect(answerOf(critUnknown, factsOf({ header: { crit: { length: 1e9 } } }))).toBe(
        'fail:attention',
      );
    });
  });
});
