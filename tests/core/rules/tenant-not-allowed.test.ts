import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/core/index.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { tenantNotAllowed } from '../../../src/core/rules/tenant-not-allowed.ts';
import { answerOf, consumerIssuer, factsOf, issuerOf } from '../../support/facts.ts';
import {
  type Claims,
  consumerTenant,
  enterpriseTenant,
  otherTenant,
} from '../../support/tokens.ts';

const allowing = (...tenants: string[]) => ({ ...defaultPolicy, allowedTenants: tenants });
const judge = (claims: Claims, ...tenants: string[]) =>
  answerOf(tenantNotAllowed, factsOf({ claims, policy: allowing(...tenants) }));
const homeAt = (tenant: string) => `https://sts.windows.net/${tenant}/`;

describe('passes', () => {
  test('a tenant that is listed', () => {
    expect(judge({}, otherTenant, enterpriseTenant)).toBe('pass');
  });
  test('in capitals too', () => {
    const tid = 'AAAAAAAA-2222-4333-8444-555555555555';
    expect(judge({ tid }, tid.toLowerCase())).toBe('pass');
  });
  test('the tenant of the issuer where no claim names one', () => {
    expect(judge({ tid: undefined }, enterpriseTenant)).toBe('pass');
  });
  test('a guest in a tenant that is listed, wherever they come from', () => {
    expect(judge({ idp: homeAt(otherTenant) }, enterpriseTenant)).toBe('pass');
  });
});

describe('fails', () => {
  test('a tenant that is not listed', () => {
    expect(judge({}, otherTenant)).toBe('fail:attention');
    expect(judge({ tid: undefined }, otherTenant)).toBe('fail:attention');
  });
  test('a private account where only organisations are listed', () => {
    const facts = factsOf({
      claims: { tid: consumerTenant },
      issuer: consumerIssuer(),
      policy: allowing(enterpriseTenant),
    });
    expect(answerOf(tenantNotAllowed, facts)).toBe('fail:attention');
  });
  test('one of the organisation’s own people as a guest elsewhere is worth knowing', () => {
    expect(judge({ idp: homeAt(otherTenant) }, otherTenant)).toBe('fail:note');
    const v2 = `https://login.microsoftonline.com/${otherTenant}/v2.0`;
    expect(judge({ idp: v2 }, otherTenant)).toBe('fail:note');
    expect(judge({ idp: 'live.com' }, consumerTenant)).toBe('fail:note');
  });
  test('a stranger as a guest elsewhere is unusual', () => {
    expect(judge({ idp: homeAt(consumerTenant) }, otherTenant)).toBe('fail:attention');
  });
  test('a list without entries expects nobody', () => {
    expect(judge({})).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('nothing is asked without a policy', () => {
    expect(answerOf(tenantNotAllowed, factsOf())).toBe('not-applicable');
  });
  test('an issuer without tenants', () => {
    const facts = factsOf({
      claims: { tid: undefined },
      issuer: issuerOf(google),
      policy: allowing(enterpriseTenant),
    });
    expect(answerOf(tenantNotAllowed, facts)).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test.each([
    `${homeAt(otherTenant)}x`,
    `https://evil.example/${otherTenant}/`,
    `http://sts.windows.net/${otherTenant}/`,
    otherTenant,
    [homeAt(otherTenant)],
    '__proto__',
  ])('a home of %j excuses nothing', (idp) => {
    expect(judge({ idp }, otherTenant)).toBe('fail:attention');
  });
  test.each(['', 'x', '__proto__', `${enterpriseTenant} `])(
    'the tenant %j is not listed',
    (tid) => {
      expect(judge({ tid }, enterpriseTenant)).toBe('fail:attention');
    },
  );
  test.each([7, null, [], {}])('a tenant that is no text (%j) is none', (tid) => {
    expect(judge({ tid }, enterpriseTenant)).toBe('pass');
  });
});
