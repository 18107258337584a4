import { describe, expect, test } from 'vitest';
import { codeHashMismatch } from '../../../src/core/rules/code-hash-mismatch.ts';
import { type CompanionCheck, noCompanions } from '../../../src/core/token/companions.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const withCompanion = (check: CompanionCheck) =>
  factsOf({ companions: { ...noCompanions, code: check } });

describe('code-hash-mismatch', () => {
  describe('passes', () => {
    test('the one that the token names', () => {
      expect(answerOf(codeHashMismatch, withCompanion('fits'))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('another one', () => {
      expect(answerOf(codeHashMismatch, withCompanion('differs'))).toBe('fail:danger');
    });
    test('whether or not the signature could be checked', () => {
      const facts = factsOf({
        companions: { ...noCompanions, code: 'differs' },
        signature: { kind: 'not-checked', reason: 'key-unavailable' },
      });
      expect(answerOf(codeHashMismatch, facts)).toBe('fail:danger');
    });
  });
  describe('unknown', () => {
    test('nothing came with the token', () => {
      expect(answerOf(codeHashMismatch, factsOf())).toBe('not-applicable');
    });
    test('the token says nothing about it', () => {
      expect(answerOf(codeHashMismatch, withCompanion('unstated'))).toBe('unknown:claim-missing');
    });
    test('the algorithm names no hash', () => {
      expect(answerOf(codeHashMismatch, withCompanion('hash-unknown'))).toBe(
        'unknown:algorithm-unchecked',
      );
    });
  });
  describe('hostile', () => {
    test('a companion without end', () => {
      expect(answerOf(codeHashMismatch, withCompanion('too-long'))).toBe(
        'unknown:companion-too-long',
      );
    });
    test('a mismatch of the other companion is the other rule’s', () => {
      const companions = { ...noCompanions, accessToken: 'differs' as const };
      expect(answerOf(codeHashMismatch, factsOf({ companions }))).toBe('not-applicable');
    });
  });
});
