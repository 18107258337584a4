import { describe, expect, test } from 'vitest';
import { entra } from '../../../src/core/issuers/entra.ts';
import { algConfused } from '../../../src/core/rules/alg-confused.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

describe('alg-confused', () => {
  describe('passes', () => {
    test('RS256', () => {
      expect(answerOf(algConfused, factsOf())).toBe('pass');
    });
    test('no method', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: undefined } }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('HS256', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: 'HS256' } }))).toBe('fail:danger');
    });
    test('HS384', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: 'HS384' } }))).toBe('fail:danger');
    });
    test('HS512', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: 'HS512' } }))).toBe('fail:danger');
    });
    test('hs256', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: 'hs256' } }))).toBe('fail:danger');
    });
  });
  describe('unknown', () => {
    test('another method is for another rule', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: 'XY1' } }))).toBe('pass');
    });
  });
  describe('an issuer that shares secrets with its applications', () => {
    const issuer = issuerOf({ ...entra, sharesSecrets: true });
    test('makes it unusual, because such tokens are not for browsers', () => {
      const facts = factsOf({ header: { alg: 'HS256' }, issuer });
      expect(answerOf(algConfused, facts)).toBe('fail:attention');
    });
  });
  describe('hostile', () => {
    test('a method that is a list', () => {
      expect(answerOf(algConfused, factsOf({ header: { alg: ['HS256'] } }))).toBe('pass');
    });
  });
});
