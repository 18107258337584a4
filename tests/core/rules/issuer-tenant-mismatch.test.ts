import { describe, expect, test } from 'vitest';

import { issuerTenantMismatch } from '../../../src/core/rules/issuer-tenant-mismatch.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { consumerTenant, enterpriseTenant, otherTenant } from '../../support/tokens.ts';

const answer = (tid: unknown) => answerOf(issuerTenantMismatch, factsOf({ claims: { tid } }));

describe('passes', () => {
  test('the same tenant in issuer and claim, whatever the letters’ case', () => {
    expect(answer(enterpriseTenant)).toBe('pass');
    expect(answer(enterpriseTenant.toUpperCase())).toBe('pass');
  });
});

describe('fails', () => {
  test('another organisation, and the tenant of private accounts', () => {
    expect(answer(otherTenant)).toBe('fail:danger');
    expect(answer(consumerTenant)).toBe('fail:danger');
  });
});

describe('unknown', () => {
  test('a token without a tenant claim is not judged: old and special tokens have none', () => {
    expect(answer(undefined)).toBe('not-applicable');
  });
  test('an unknown issuer has no tenant', () => {
    const facts = factsOf({ issuer: { kind: 'absent' } });
    expect(runRules(facts, [issuerTenantMismatch])).toMatchObject([{ outcome: 'not-applicable' }]);
  });
});

describe('hostile', () => {
  test.each(['', ' ', `${enterpriseTenant} `, `${enterpriseTenant}/`, `x${enterpriseTenant}`])(
    'the tenant %j is not taken for the right one',
    (tid) => {
      expect(answer(tid)).toBe('fail:danger');
    },
  );
  test.each([42, null, [enterpriseTenant], {}])(
    'a tenant of the wrong type (%j) is none',
    (tid) => {
      expect(answer(tid)).toBe('not-applicable');
    },
  );
});
