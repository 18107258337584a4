import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { keyIdNotDerived } from '../../../src/core/rules/key-id-not-derived.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

const named = (kid: string | null, x5t: string | null): Partial<Facts> => {
  const facts = factsOf();
  if (facts.key.kind !== 'selected') throw new Error('no key');
  return { key: { ...facts.key, key: { ...facts.key.key, kid, x5t } } };
};

describe('key-id-not-derived', () => {
  describe('passes', () => {
    test('named after its certificate', () => {
      expect(answerOf(keyIdNotDerived, factsOf(named('a', 'a')))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('another name', () => {
      expect(answerOf(keyIdNotDerived, factsOf(named('a', 'b')))).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('no certificate', () => {
      expect(answerOf(keyIdNotDerived, factsOf(named('a', null)))).toBe('not-applicable');
    });
    test('an issuer without that habit', () => {
      expect(
        answerOf(keyIdNotDerived, factsOf({ ...named('a', 'b'), issuer: issuerOf(google) })),
      ).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('an empty name', () => {
      expect(answerOf(keyIdNotDerived, factsOf(named('', 'b')))).toBe('fail:attention');
    });
  });
});
