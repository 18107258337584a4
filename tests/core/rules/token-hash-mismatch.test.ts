import { describe, expect, test } from 'vitest';
import { tokenHashMismatch } from '../../../src/core/rules/token-hash-mismatch.ts';
import { type CompanionCheck, noCompanions } from '../../../src/core/token/companions.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const withCompanion = (check: CompanionCheck) =>
  factsOf({ companions: { ...noCompanions, accessToken: check } });

describe('token-hash-mismatch', () => {
  describe('passes', () => {
    test('the one that the token names', () => {
      expect(answerOf(tokenHashMismatch, withCompanion('fits'))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('another one', () => {
      expect(answerOf(tokenHashMismatch, withCompanion('differs'))).toBe('fail:danger');
    });
    test('whether or not the signature could be checked', () => {
      const facts = factsOf({
        companions: { ...noCompanions, accessToken: 'differs' },
        signature: { kind: 'not-checked', reason: 'key-unavailable' },
      });
      expect(answerOf(tokenHashMismatch, facts)).toBe('fail:danger');
    });
  });
  describe('unknown', () => {
    test('nothing came with the token', () => {
      expect(answerOf(tokenHashMismatch, factsOf())).toBe('not-applicable');
    });
    test('the token says nothing about it', () => {
      expect(answerOf(tokenHashMismatch, withCompanion('unstated'))).toBe('unknown:claim-missing');
    });
    test('the algorithm names no hash', () => {
      expect(answerOf(tokenHashMismatch, withCompanion('hash-unknown'))).toBe(
        'unknown:algorithm-unchecked',
      );
    });
  });
  describe('hostile', () => {
    test('a companion without end', () => {
      expect(answerOf(tokenHashMismatch, withCompanion('too-long'))).toBe(
        'unknown:companion-too-long',
      );
    });
    test('a mismatch of the other companion is the other rule’s', () => {
      const companions = { ...noCompanions, code: 'differs' as const };
      expect(answerOf(tokenHashMismatch, factsOf({ companions }))).toBe('not-applicable');
    });
  });
});
