import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { olderThanItsKey } from '../../../src/core/rules/older-than-its-key.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

const withCertificate = (notBeforeSeconds: number, notAfterSeconds: number): Partial<Facts> => {
  const facts = factsOf();
  if (facts.key.kind !== 'selected') throw new Error('no key');
  const certificate = {
    notBeforeSeconds,
    notAfterSeconds,
    sha1: 'enterprise-key',
    sha256: 'enterprise-key',
  };
  return { key: { ...facts.key, key: { ...facts.key.key, certificate } } };
};
const year = 31_536_000;

describe('older-than-its-key', () => {
  describe('passes', () => {
    test('issued while the key was valid', () => {
      expect(
        answerOf(olderThanItsKey, factsOf(withCertificate(issuedAt - year, issuedAt + year))),
      ).toBe('pass');
    });
    test('within the difference of clocks', () => {
      expect(
        answerOf(olderThanItsKey, factsOf(withCertificate(issuedAt + 300, issuedAt + year))),
      ).toBe('pass');
    });
  });
  describe('fails', () => {
    test('issued before the key began', () => {
      expect(
        answerOf(olderThanItsKey, factsOf(withCertificate(issuedAt + 301, issuedAt + year))),
      ).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('no certificate', () => {
      expect(answerOf(olderThanItsKey, factsOf())).toBe('not-applicable');
    });
    test('no time', () => {
      expect(
        answerOf(
          olderThanItsKey,
          factsOf({ ...withCertificate(issuedAt + year, issuedAt), claims: { iat: undefined } }),
        ),
      ).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('a time that is a text', () => {
      expect(
        answerOf(
          olderThanItsKey,
          factsOf({ ...withCertificate(issuedAt + year, issuedAt), claims: { iat: '1' } }),
        ),
      ).toBe('not-applicable');
    });
  });
});
