import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import type { PublicJwk } from '../../../src/core/keys/key.ts';
import { algKeyMismatch } from '../../../src/core/rules/alg-key-mismatch.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const withKey = (jwk: object, alg: string | null = null): Partial<Facts> => {
  const facts = factsOf();
  if (facts.key.kind !== 'selected') throw new Error('no key');
  return { key: { ...facts.key, key: { ...facts.key.key, alg, jwk: jwk as PublicJwk } } };
};

describe('alg-key-mismatch', () => {
  describe('passes', () => {
    test('RS256 with an RSA key', () => {
      expect(answerOf(algKeyMismatch, factsOf())).toBe('pass');
    });
    test('a key published for it', () => {
      expect(answerOf(algKeyMismatch, factsOf(withKey({ kty: 'RSA' }, 'RS256')))).toBe('pass');
    });
    test('ES256 with a curve', () => {
      expect(
        answerOf(algKeyMismatch, factsOf({ ...withKey({ kty: 'EC' }), header: { alg: 'ES256' } })),
      ).toBe('pass');
    });
  });
  describe('fails', () => {
    test('RS256 with a curve', () => {
      expect(answerOf(algKeyMismatch, factsOf(withKey({ kty: 'EC' })))).toBe('fail:danger');
    });
    test('ES256 with an RSA key', () => {
      expect(answerOf(algKeyMismatch, factsOf({ header: { alg: 'ES256' } }))).toBe('fail:danger');
    });
    test('a key published for another method', () => {
      expect(answerOf(algKeyMismatch, factsOf(withKey({ kty: 'RSA' }, 'RS512')))).toBe(
        'fail:attention',
      );
    });
  });
  describe('unknown', () => {
    test('what is published is no method of signing, as in documents of 2014', () => {
      expect(answerOf(algKeyMismatch, factsOf(withKey({ kty: 'RSA' }, 'OAEP')))).toBe('fail:note');
    });
    test('no key', () => {
      expect(answerOf(algKeyMismatch, factsOf({ key: { kind: 'not-findable' } }))).toBe(
        'not-applicable',
      );
    });
    test('no method', () => {
      expect(answerOf(algKeyMismatch, factsOf({ header: { alg: undefined } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('a method named like a member of every object', () => {
      expect(answerOf(algKeyMismatch, factsOf({ header: { alg: 'constructor' } }))).toBe(
        'not-applicable',
      );
    });
    test('__proto__', () => {
      expect(answerOf(algKeyMismatch, factsOf({ header: { alg: '__proto__' } }))).toBe(
        'not-applicable',
      );
    });
  });
});
