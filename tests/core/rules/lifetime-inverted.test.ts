import { describe, expect, test } from 'vitest';
import { lifetimeInverted } from '../../../src/core/rules/lifetime-inverted.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

describe('lifetime-inverted', () => {
  describe('passes', () => {
    test('end after beginning', () => {
      expect(answerOf(lifetimeInverted, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('end at the beginning', () => {
      expect(answerOf(lifetimeInverted, factsOf({ claims: { exp: issuedAt } }))).toBe(
        'fail:danger',
      );
    });
    test('begins after its end', () => {
      expect(answerOf(lifetimeInverted, factsOf({ claims: { nbf: issuedAt + 9000 } }))).toBe(
        'fail:danger',
      );
    });
  });
  describe('unknown', () => {
    test('no end', () => {
      expect(answerOf(lifetimeInverted, factsOf({ claims: { exp: undefined } }))).toBe(
        'not-applicable',
      );
    });
    test('no beginning', () => {
      expect(
        answerOf(lifetimeInverted, factsOf({ claims: { iat: undefined, nbf: undefined } })),
      ).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('a negative end', () => {
      expect(answerOf(lifetimeInverted, factsOf({ claims: { exp: -1 } }))).toBe('fail:danger');
    });
  });
});
