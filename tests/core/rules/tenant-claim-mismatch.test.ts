import { describe, expect, test } from 'vitest';
import { tenantClaimMismatch } from '../../../src/core/rules/tenant-claim-mismatch.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { enterpriseTenant, otherTenant } from '../../support/tokens.ts';

describe('tenant-claim-mismatch', () => {
  describe('passes', () => {
    test('one organisation', () => {
      expect(answerOf(tenantClaimMismatch, factsOf())).toBe('pass');
    });
    test('the same twice', () => {
      expect(answerOf(tenantClaimMismatch, factsOf({ claims: { TID: enterpriseTenant } }))).toBe(
        'pass',
      );
    });
  });
  describe('fails', () => {
    test('another under a name in other letters', () => {
      expect(answerOf(tenantClaimMismatch, factsOf({ claims: { Tid: otherTenant } }))).toBe(
        'fail:danger',
      );
    });
    test('another under the long name', () => {
      expect(
        answerOf(
          tenantClaimMismatch,
          factsOf({
            claims: { 'http://schemas.microsoft.com/identity/claims/tenantid': otherTenant },
          }),
        ),
      ).toBe('fail:danger');
    });
  });
  describe('unknown', () => {
    test('no organisation at all', () => {
      expect(answerOf(tenantClaimMismatch, factsOf({ claims: { tid: undefined } }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('an organisation that is no text', () => {
      expect(answerOf(tenantClaimMismatch, factsOf({ claims: { tid: 1, Tid: 1 } }))).toBe(
        'fail:danger',
      );
    });
  });
});
