import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { memberDuplicate } from '../../../src/core/rules/member-duplicate.ts';
import { answerOf, factsOf, tokenOf } from '../../support/facts.ts';

const twice = (claims: string): Partial<Facts> => ({
  token: tokenOf('{"alg":"RS256"}', claims),
  signature: { kind: 'failed' },
});

describe('member-duplicate', () => {
  describe('passes', () => {
    test('every name once', () => {
      expect(answerOf(memberDuplicate, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('a claim twice', () => {
      expect(answerOf(memberDuplicate, factsOf(twice('{"iss":"a","iss":"b"}')))).toBe(
        'fail:danger',
      );
    });
    test('a claim twice, once escaped', () => {
      expect(answerOf(memberDuplicate, factsOf(twice('{"iss":"a","\\u0069ss":"b"}')))).toBe(
        'fail:danger',
      );
    });
    test('written by the issuer itself', () => {
      expect(
        answerOf(
          memberDuplicate,
          factsOf({ ...twice('{"a":1,"a":2}'), signature: { kind: 'verified', form: 'plain' } }),
        ),
      ).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('the same name in two objects is no duplicate', () => {
      expect(answerOf(memberDuplicate, factsOf(twice('{"a":{"x":1},"b":{"x":1}}')))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a thousand duplicates', () => {
      expect(
        answerOf(
          memberDuplicate,
          factsOf(twice(`{${Array.from({ length: 1000 }, () => '"a":1').join(',')}}`)),
        ),
      ).toBe('fail:danger');
    });
  });
});
