import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/core/index.ts';
import { multiFactorMissing } from '../../../src/core/rules/multi-factor-missing.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import type { Claims } from '../../support/tokens.ts';

const judge = (claims: Claims, isRequired = true) =>
  answerOf(
    multiFactorMissing,
    factsOf({ claims, policy: { ...defaultPolicy, requireMultiFactor: isRequired } }),
  );

describe('passes', () => {
  test.each([
    [['pwd', 'mfa']],
    [['rsa', 'mfa']],
    [['ngcmfa']],
    [['http://schemas.microsoft.com/claims/multipleauthn']],
    ['http://schemas.microsoft.com/claims/multipleauthn'],
    [['pwd', 'otp']],
    [['pin', 'fpt']],
    [['pwd', 'sms', 'rsa']],
  ])('the methods %j', (amr) => {
    expect(judge({ amr })).toBe('pass');
  });
  test.each([
    'phr',
    'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
    'https://refeds.org/profile/mfa',
  ])('the context %s', (acr) => {
    expect(judge({ acr })).toBe('pass');
    expect(judge({ acr, amr: ['pwd'] })).toBe('pass');
  });
});

describe('fails', () => {
  test.each([[['pwd']], [['pwd', 'pin']], [['otp']], [['sms', 'tel']], ['pwd']])(
    'one factor alone: %j',
    (amr) => {
      expect(judge({ amr })).toBe('fail:attention');
    },
  );
  test('Entra’s contexts of old say nothing about factors', () => {
    expect(judge({ amr: ['pwd'], acr: '1' })).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('nothing is asked without a policy', () => {
    expect(judge({ amr: ['pwd'] }, false)).toBe('not-applicable');
  });
  test('most genuine sessions do not say how the sign-in was done', () => {
    expect(judge({})).toBe('unknown:claim-missing');
    expect(judge({ amr: [] })).toBe('unknown:claim-missing');
    expect(judge({ acr: '1' })).toBe('unknown:claim-missing');
  });
  test.each([[['fed']], [['rsa']], [['pwd', 'rsa']], [['wia']], [['fido']], [['hwk', 'user']]])(
    'the methods %j leave it open',
    (amr) => {
      expect(judge({ amr })).toBe('unknown:sign-in-unclear');
    },
  );
});

describe('hostile', () => {
  test.each([7, null, {}, [null], [7], [['mfa']], ''])('methods that are none: %j', (amr) => {
    expect(judge({ amr })).toBe('unknown:claim-missing');
  });
  test.each(['MFA', 'mfa ', 'xmfa', '__proto__', 'constructor'])('%j is not mfa', (method) => {
    expect(judge({ amr: ['pwd', method] })).toBe('unknown:sign-in-unclear');
  });
  test('many methods stay bounded in the evidence', () => {
    const facts = factsOf({
      claims: { amr: Array.from({ length: 2_000 }, () => 'pwd') },
      policy: { ...defaultPolicy, requireMultiFactor: true },
    });
    expect(JSON.stringify(multiFactorMissing.check(facts)).length).toBeLessThan(1_000);
  });
});
