import { describe, expect, test } from 'vitest';
import { issuerImitates } from '../../../src/core/rules/issuer-imitates.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('issuer-imitates', () => {
  describe('passes', () => {
    test('a known issuer', () => {
      expect(answerOf(issuerImitates, factsOf())).toBe('pass');
    });
    test('no issuer', () => {
      expect(answerOf(issuerImitates, factsOf({ issuer: { kind: 'absent' } }))).toBe('pass');
    });
    test('https://sso.example.org', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://sso.example.org' } }),
        ),
      ).toBe('pass');
    });
    test('https://sts.windows-ppe.net/x/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://sts.windows-ppe.net/x/' } }),
        ),
      ).toBe('pass');
    });
    test('https://accounts.zoho.com.au', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://accounts.zoho.com.au' } }),
        ),
      ).toBe('pass');
    });
    test('https://keycloak.example.org/realms/google', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: { kind: 'unknown', iss: 'https://keycloak.example.org/realms/google' },
          }),
        ),
      ).toBe('pass');
    });
    test('https://contoso.okta.com', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://contoso.okta.com' } }),
        ),
      ).toBe('pass');
    });
    test('https://contoso.b2clogin.com/x/v2.0/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://contoso.b2clogin.com/x/v2.0/' } }),
        ),
      ).toBe('pass');
    });
    test('urn:windows:liveid', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'urn:windows:liveid' } }),
        ),
      ).toBe('pass');
    });
  });
  test.each(['accounts.zoho.uk', 'accounts.zoho.com.au', 'accounts.zoho.sa'])(
    'a name near an unconfirmed one is no alarm: %s',
    (host) => {
      const issuer = { kind: 'unknown', iss: `https://${host}` } as const;
      expect(answerOf(issuerImitates, factsOf({ issuer }))).toBe('pass');
    },
  );
  describe('fails', () => {
    test('https://login.microsoftonline.com.evil.example/11111111-2222-4333-8444-555555555555/v2.0', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://login.microsoftonline.com.evil.example/11111111-2222-4333-8444-555555555555/v2.0',
            },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://login.micros0ftonline.com/11111111-2222-4333-8444-555555555555/v2.0', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://login.micros0ftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
            },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://login.mlcrosoftonline.com/11111111-2222-4333-8444-555555555555/v2.0', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://login.mlcrosoftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
            },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://login.rnicrosoftonline.com/11111111-2222-4333-8444-555555555555/v2.0', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://login.rnicrosoftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
            },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://sts.vvindows.net/11111111-2222-4333-8444-555555555555/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://sts.vvindows.net/11111111-2222-4333-8444-555555555555/',
            },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://sts.wind\u043ews.net/11111111-2222-4333-8444-555555555555/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://sts.wind\u043ews.net/11111111-2222-4333-8444-555555555555/',
            },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://accounts.googIe.com/x', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://accounts.googIe.com/x' } }),
        ),
      ).toBe('fail:danger');
    });
    test('https://accounts.google.com-login.example', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: { kind: 'unknown', iss: 'https://accounts.google.com-login.example' },
          }),
        ),
      ).toBe('fail:danger');
    });
    test('https://STS.windows.net/11111111-2222-4333-8444-555555555555/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://STS.windows.net/11111111-2222-4333-8444-555555555555/',
            },
          }),
        ),
      ).toBe('fail:attention');
    });
    test('http://sts.windows.net/11111111-2222-4333-8444-555555555555/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'http://sts.windows.net/11111111-2222-4333-8444-555555555555/',
            },
          }),
        ),
      ).toBe('fail:attention');
    });
    test('https://sts.windows.net/11111111-2222-4333-8444-555555555555', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: 'https://sts.windows.net/11111111-2222-4333-8444-555555555555',
            },
          }),
        ),
      ).toBe('fail:attention');
    });
    test(' https://sts.windows.net/11111111-2222-4333-8444-555555555555/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: ' https://sts.windows.net/11111111-2222-4333-8444-555555555555/',
            },
          }),
        ),
      ).toBe('fail:attention');
    });
    test('https://accounts.google.com/', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://accounts.google.com/' } }),
        ),
      ).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('a name that is no address', () => {
      expect(answerOf(issuerImitates, factsOf({ issuer: { kind: 'unknown', iss: 'login' } }))).toBe(
        'pass',
      );
    });
  });
  describe('hostile', () => {
    test('a name too long to be taken for one', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: {
              kind: 'unknown',
              iss: `https://login.microsoftonline.com.${'x'.repeat(1000)}`,
            },
          }),
        ),
      ).toBe('pass');
    });
    test('a user name before the host', () => {
      expect(
        answerOf(
          issuerImitates,
          factsOf({
            issuer: { kind: 'unknown', iss: 'https://login.microsoftonline.com@evil.example/' },
          }),
        ),
      ).toBe('pass');
    });
  });
});
