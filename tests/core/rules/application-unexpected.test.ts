import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/core/index.ts';
import { applicationUnexpected } from '../../../src/core/rules/application-unexpected.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import type { Claims } from '../../support/tokens.ts';

const outlook = '9199bf20-a13f-4107-85dc-02114787ef48';
const stranger = 'aaaaaaaa-0000-4000-8000-000000000000';
const judge = (claims: Claims, allowed: readonly string[] | null = [outlook]) =>
  answerOf(
    applicationUnexpected,
    factsOf({ claims, policy: { ...defaultPolicy, allowedApplications: allowed } }),
  );

describe('passes', () => {
  test('an application that is listed, however its issuer names it', () => {
    expect(judge({})).toBe('pass');
    for (const name of ['azp', 'client_id', 'cid']) {
      expect(judge({ appid: undefined, [name]: outlook.toUpperCase() })).toBe('pass');
    }
  });
  test('an ID token for it', () => {
    expect(judge({ appid: undefined, nonce: 'n', aud: outlook })).toBe('pass');
  });
});

describe('fails', () => {
  test('an application that is not listed', () => {
    expect(judge({ appid: stranger })).toBe('fail:attention');
    expect(judge({ appid: undefined, azp: stranger })).toBe('fail:attention');
  });
  test('an ID token for it', () => {
    expect(judge({ appid: undefined, nonce: 'n', aud: stranger })).toBe('fail:attention');
  });
  test('a list without entries expects none', () => {
    expect(judge({}, [])).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('nothing is asked without a policy', () => {
    expect(judge({ appid: stranger }, null)).toBe('not-applicable');
  });
  test('a session that does not say to whom it was issued', () => {
    expect(judge({ appid: undefined })).toBe('unknown:claim-missing');
    expect(judge({ appid: undefined, nonce: 'n', aud: [outlook, stranger] })).toBe(
      'unknown:claim-missing',
    );
  });
});

describe('hostile', () => {
  test.each([7, null, [outlook], { toString: outlook }])('%j is no application', (appid) => {
    expect(judge({ appid })).toBe('unknown:claim-missing');
  });
  test.each([`${outlook} `, `${outlook},x`, '', '*', '__proto__'])('%j is not listed', (appid) => {
    expect(judge({ appid })).toBe('fail:attention');
  });
});
