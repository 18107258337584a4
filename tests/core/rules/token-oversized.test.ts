import { describe, expect, test } from 'vitest';
import { tokenOversized, usualLength } from '../../../src/core/rules/token-oversized.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('token-oversized', () => {
  describe('passes', () => {
    test('a usual token', () => {
      expect(answerOf(tokenOversized, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('a huge claim', () => {
      expect(answerOf(tokenOversized, factsOf({ claims: { x: 'x'.repeat(usualLength) } }))).toBe(
        'fail:note',
      );
    });
  });
  describe('unknown', () => {
    test('a token with many groups is usual', () => {
      expect(
        answerOf(
          tokenOversized,
          factsOf({ claims: { groups: Array.from({ length: 200 }, () => 'x'.repeat(36)) } }),
        ),
      ).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a huge header', () => {
      expect(answerOf(tokenOversized, factsOf({ header: { x: 'x'.repeat(usualLength) } }))).toBe(
        'fail:note',
      );
    });
  });
});
