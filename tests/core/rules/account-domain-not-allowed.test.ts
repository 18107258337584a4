import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/core/index.ts';
import { accountDomainNotAllowed } from '../../../src/core/rules/account-domain-not-allowed.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { type Claims, enterpriseTenant } from '../../support/tokens.ts';

const judge = (claims: Claims, allowed: readonly string[] | null) =>
  answerOf(
    accountDomainNotAllowed,
    factsOf({ claims, policy: { ...defaultPolicy, allowedAccountDomains: allowed } }),
  );
const guest = { upn: 'ada_contoso.example#EXT#@fabrikam.onmicrosoft.com' };

describe('passes', () => {
  test('an account of a domain that is listed', () => {
    expect(judge({}, ['fabrikam.example', 'contoso.example'])).toBe('pass');
    expect(judge({ upn: 'ADA@CONTOSO.EXAMPLE' }, ['contoso.example'])).toBe('pass');
  });
  test('a domain below one that is listed with a star', () => {
    expect(judge({ upn: 'ada@mail.contoso.example' }, ['*.contoso.example'])).toBe('pass');
    expect(judge({ upn: 'ada@a.b.contoso.example' }, ['*.contoso.example'])).toBe('pass');
  });
  test('a guest from a domain that is listed', () => {
    expect(judge(guest, ['contoso.example'])).toBe('pass');
  });
});

describe('fails', () => {
  test('an account of another domain', () => {
    expect(judge({}, ['fabrikam.example'])).toBe('fail:attention');
  });
  test('a list without entries expects nobody', () => {
    expect(judge({}, [])).toBe('fail:attention');
  });
  test('a guest of the listed domain who comes from elsewhere', () => {
    expect(judge(guest, ['fabrikam.onmicrosoft.com'])).toBe('fail:attention');
  });
  test('below a domain that is listed without a star, and the domain of a star itself', () => {
    expect(judge({ upn: 'ada@mail.contoso.example' }, ['contoso.example'])).toBe('fail:attention');
    expect(judge({}, ['*.contoso.example'])).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('nothing is asked without a policy', () => {
    expect(judge({}, null)).toBe('not-applicable');
  });
  test('a session that names no account with a domain', () => {
    expect(judge({ upn: undefined }, ['contoso.example'])).toBe('not-applicable');
    expect(judge({ upn: 'ada' }, ['contoso.example'])).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test.each([
    'ada@contoso.example.evil.example',
    'ada@xcontoso.example',
    'ada@contoso.example@evil.example',
    'ada@contoso.example ',
    'ada@cοntoso.example',
    'ada@contoso.example#EXT#@evil.example',
  ])('%s is not of contoso.example', (upn) => {
    expect(judge({ upn }, ['contoso.example', '*.contoso.example'])).toMatch(/^fail|^not/);
    expect(judge({ upn }, ['contoso.example'])).not.toBe('pass');
  });
  test('a claim that is no text names nobody', () => {
    expect(judge({ upn: { domain: 'evil.example' } }, [enterpriseTenant])).toBe('not-applicable');
  });
});
