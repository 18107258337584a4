import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { claimCaseVariant } from '../../../src/core/rules/claim-case-variant.ts';
import { answerOf, factsOf, tokenOf } from '../../support/facts.ts';
import { enterpriseTenant } from '../../support/tokens.ts';

const unchecked: Partial<Facts> = { signature: { kind: 'not-checked', reason: 'key-unavailable' } };

describe('claim-case-variant', () => {
  describe('passes', () => {
    test('the names that Microsoft writes', () => {
      expect(answerOf(claimCaseVariant, factsOf())).toBe('pass');
    });
    test('a name in capitals that stands alone', () => {
      const claims = { tid: undefined, TID: enterpriseTenant };
      expect(answerOf(claimCaseVariant, factsOf({ claims }))).toBe('pass');
    });
    test('names that an administrator gave, which decide nothing', () => {
      const claims = { email: 'ada@contoso.example', Email: 'ada@contoso.example', Groups: [] };
      expect(answerOf(claimCaseVariant, factsOf({ claims }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test.each(['TID', 'Oid', 'ISS', 'aUd', 'EXP', 'Scp', 'Roles', 'AppId', 'UPN'])(
      '%s beside its exact name',
      (name) => {
        const claims = { scp: 'Mail.Read', roles: [], [name]: 'other' };
        expect(answerOf(claimCaseVariant, factsOf({ claims, ...unchecked }))).toBe('fail:danger');
        expect(answerOf(claimCaseVariant, factsOf({ claims }))).toBe('fail:attention');
      },
    );
    test('the same value under both names', () => {
      const claims = { TID: enterpriseTenant };
      expect(answerOf(claimCaseVariant, factsOf({ claims, ...unchecked }))).toBe('fail:danger');
    });
    test('two names in other letters without the exact one', () => {
      const claims = { scp: undefined, SCP: 'Mail.Read', Scp: 'Mail.ReadWrite' };
      expect(answerOf(claimCaseVariant, factsOf({ claims, ...unchecked }))).toBe('fail:danger');
    });
    test('whatever the signature says, when it does not fit', () => {
      const facts = factsOf({ claims: { Oid: 'x' }, signature: { kind: 'failed' } });
      expect(answerOf(claimCaseVariant, facts)).toBe('fail:danger');
    });
    test('and names what it found, not what it says', () => {
      const outcome = claimCaseVariant.check(factsOf({ claims: { Oid: 'secret-value' } }));
      expect(JSON.stringify(outcome)).toContain('Oid');
      expect(JSON.stringify(outcome)).not.toContain('secret-value');
    });
  });
  describe('unknown', () => {
    test('a token without any of the names', () => {
      const token = tokenOf('{"alg":"RS256"}', '{}');
      expect(answerOf(claimCaseVariant, factsOf({ token }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('names that reach for prototypes', () => {
      const token = tokenOf('{"alg":"RS256"}', '{"__proto__":{"tid":1},"TID":1,"constructor":1}');
      expect(answerOf(claimCaseVariant, factsOf({ token }))).toBe('pass');
    });
    test('letters that only lower-casing makes alike', () => {
      // U+0130 becomes two letters, an i and a dot above it.
      const claims = { İSS: 1 };
      expect(answerOf(claimCaseVariant, factsOf({ claims }))).toBe('pass');
    });
    test('many names', () => {
      const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`N${at}`, at]));
      expect(answerOf(claimCaseVariant, factsOf({ claims: many }))).toBe('pass');
    });
  });
});
