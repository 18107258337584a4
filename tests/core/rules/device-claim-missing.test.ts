import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/core/index.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { microsoftConsumer } from '../../../src/core/issuers/microsoft-consumer.ts';
import { deviceClaimMissing } from '../../../src/core/rules/device-claim-missing.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';
import type { Claims } from '../../support/tokens.ts';

const policy = { ...defaultPolicy, requireDeviceClaim: true };
const judge = (claims: Claims) =>
  answerOf(deviceClaimMissing, factsOf({ claims: { scp: 'Mail.Read', ...claims }, policy }));
const deviceid = 'd1717da5-f3d6-44a9-ab6f-d60a13649bb0';

describe('passes', () => {
  test('a session that names its device', () => {
    expect(judge({ deviceid })).toBe('pass');
  });
  test('of whatever issuer', () => {
    const facts = factsOf({ claims: { deviceid }, issuer: issuerOf(google), policy });
    expect(answerOf(deviceClaimMissing, facts)).toBe('pass');
  });
});

describe('fails', () => {
  test('an access token of Entra’s first form without a device', () => {
    expect(judge({})).toBe('fail:attention');
  });
  test('an empty name is none', () => {
    expect(judge({ deviceid: '' })).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('nothing is asked without a policy', () => {
    expect(answerOf(deviceClaimMissing, factsOf({ claims: { scp: 'x' } }))).toBe('not-applicable');
  });
  test('tokens that were never seen to name a device', () => {
    expect(judge({ scp: undefined })).toBe('unknown:claim-missing');
    expect(judge({ appid: undefined, nonce: 'n' })).toBe('unknown:claim-missing');
    for (const issuer of [google, microsoftConsumer]) {
      const facts = factsOf({ claims: { scp: 'x' }, issuer: issuerOf(issuer), policy });
      expect(answerOf(deviceClaimMissing, facts)).toBe('unknown:claim-missing');
    }
  });
  test('an issuer that nobody knows', () => {
    const facts = factsOf({ issuer: { kind: 'unknown', iss: 'https://example.org' }, policy });
    expect(answerOf(deviceClaimMissing, facts)).toBe('unknown:claim-missing');
  });
});

describe('hostile', () => {
  test.each([7, true, null, [deviceid], { toString: deviceid }])('%j is no device', (value) => {
    expect(judge({ deviceid: value })).toBe('fail:attention');
  });
});
