import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { keyIdNotDerived } from '../../../src/core/rules/key-id-not-derived.ts';
import { answerOf, enterpriseKey, factsOf, issuerOf, selectedKey } from '../../support/facts.ts';

const named = (kid: string | null, x5t: string | null): Partial<Facts> => {
  const facts = factsOf();
  if (facts.key.kind !== 'selected') throw new Error('no key');
  return { key: { ...facts.key, key: { ...facts.key.key, kid, x5t } } };
};

const certified = (sha1: string, x5t: string | null) => {
  const certificate = { notBeforeSeconds: 0, notAfterSeconds: 1, sha1, sha256: 'b' };
  return factsOf({ key: selectedKey({ key: { ...enterpriseKey, kid: 'a', x5t, certificate } }) });
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
  describe('a certificate', () => {
    test('that its key and its mark are named after', () => {
      expect(answerOf(keyIdNotDerived, certified('a', 'a'))).toBe('pass');
      expect(answerOf(keyIdNotDerived, certified('a', null))).toBe('pass');
    });
    test('that the key, or the mark, is not named after', () => {
      expect(answerOf(keyIdNotDerived, certified('b', 'b'))).toBe('fail:attention');
      expect(answerOf(keyIdNotDerived, certified('b', 'a'))).toBe('fail:attention');
      expect(answerOf(keyIdNotDerived, certified('a', 'b'))).toBe('fail:attention');
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
