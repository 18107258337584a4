import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { yahoo } from '../../../src/core/issuers/yahoo.ts';
import { keyWeak } from '../../../src/core/rules/key-weak.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

const withModulus = (n: string, e = 'AQAB'): Partial<Facts> => {
  const facts = factsOf();
  if (facts.key.kind !== 'selected') throw new Error('no key');
  return { key: { ...facts.key, key: { ...facts.key.key, jwk: { kty: 'RSA', n, e } } } };
};
/** An odd number of so many bits. */
const modulusOf = (bits: number) => {
  const bytes = new Uint8Array(bits / 8).fill(0xab);
  bytes[0] = 0x80;
  bytes[bytes.length - 1] = 0x01;
  return Buffer.from(bytes).toString('base64url');
};
/** A power of 65537 has the form of the faulty generator's moduli in every small prime. */
const faulty = () => {
  const hex = (65_537n ** 127n).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
};

describe('key-weak', () => {
  describe('passes', () => {
    test('2048 bits', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(modulusOf(2048))))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('1024 bits, as Yahoo has them', () => {
      const facts = factsOf({ ...withModulus(modulusOf(1024)), issuer: issuerOf(yahoo) });
      expect(answerOf(keyWeak, facts)).toBe('fail:note');
    });
    test('1024 bits of anybody else', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(modulusOf(1024))))).toBe('fail:attention');
    });
    test('below 1024 bits', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(modulusOf(1016))))).toBe('fail:attention');
    });
    test('exponent 3', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(modulusOf(2048), 'Aw')))).toBe('fail:attention');
    });
    test('exponent 1', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(modulusOf(2048), 'AQ')))).toBe('fail:attention');
    });
    test('an even exponent', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(modulusOf(2048), 'AQAA')))).toBe(
        'fail:attention',
      );
    });
    test('a faulty generator', () => {
      expect(answerOf(keyWeak, factsOf(withModulus(faulty())))).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('another kind of key', () => {
      expect(answerOf(keyWeak, factsOf({ key: { kind: 'not-findable' } }))).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('a modulus that is no number', () => {
      expect(answerOf(keyWeak, factsOf(withModulus('***')))).toBe('not-applicable');
    });
    test('an empty modulus', () => {
      expect(answerOf(keyWeak, factsOf(withModulus('')))).toBe('not-applicable');
    });
  });
});
