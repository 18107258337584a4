import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { keyOutdated } from '../../../src/core/rules/key-outdated.ts';
import { answerOf, factsOf, keyLife, selectedKey } from '../../support/facts.ts';
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

describe('key-outdated', () => {
  describe('passes', () => {
    test('issued while the key was valid', () => {
      expect(answerOf(keyOutdated, factsOf(withCertificate(issuedAt - year, issuedAt)))).toBe(
        'pass',
      );
    });
  });
  describe('fails', () => {
    test('issued after its end, with a key that its issuer has retired', () => {
      const outdated = withCertificate(issuedAt - year, issuedAt - 1);
      const life = { ...keyLife, retiredSinceMs: issuedAt * 1000 };
      const { key } = factsOf(outdated);
      if (key.kind !== 'selected') throw new Error('no key');
      const facts = factsOf({ key: selectedKey({ key: key.key, life }) });
      expect(answerOf(keyOutdated, facts)).toBe('fail:attention');
    });
    test('issued after its end', () => {
      expect(answerOf(keyOutdated, factsOf(withCertificate(issuedAt - year, issuedAt - 1)))).toBe(
        'fail:note',
      );
    });
  });
  describe('unknown', () => {
    test('no certificate', () => {
      expect(answerOf(keyOutdated, factsOf())).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('an endless time', () => {
      expect(
        answerOf(keyOutdated, factsOf({ ...withCertificate(0, year), claims: { iat: 1e308 } })),
      ).toBe('fail:note');
    });
  });
});
