import { describe, expect, test } from 'vitest';

import { type Issuer, rules } from '../../../src/core/index.ts';
import { apple } from '../../../src/core/issuers/apple.ts';
import { entra } from '../../../src/core/issuers/entra.ts';
import { exchange } from '../../../src/core/issuers/exchange.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { microsoftConsumer } from '../../../src/core/issuers/microsoft-consumer.ts';
import { substrate } from '../../../src/core/issuers/substrate.ts';
import { yahoo } from '../../../src/core/issuers/yahoo.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { signatureInvalid } from '../../../src/core/rules/signature-invalid.ts';
import { foldVerdict } from '../../../src/core/verdict/fold.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

describe('passes', () => {
  test.each(['plain', 'header-nonce'] as const)('a signature that fits in the %s form', (form) => {
    expect(answerOf(signatureInvalid, factsOf({ signature: { kind: 'verified', form } }))).toBe(
      'pass',
    );
  });
});

describe('fails', () => {
  test('a signature that does not fit its published key is danger', () => {
    expect(answerOf(signatureInvalid, factsOf({ signature: { kind: 'failed' } }))).toBe(
      'fail:danger',
    );
  });
});

const failedOf = (issuer: Issuer, claims: Record<string, unknown>, header = {}) =>
  answerOf(
    signatureInvalid,
    factsOf({
      issuer: issuerOf(issuer),
      claims: { appid: undefined, ...claims },
      header,
      signature: { kind: 'failed' },
    }),
  );

describe('fails by what is known of the kind of token', () => {
  test.each<[string, Issuer, Record<string, unknown>]>([
    ['an access token of Entra for a customer', entra, { scp: 'x', aud: 'https://api.example' }],
    ['an access token of Entra for Exchange', entra, { appid: 'x' }],
    ['an ID token of Entra', entra, { nonce: 'x' }],
    ['a token of Entra of no clear kind', entra, {}],
    ['an ID token of a private account', microsoftConsumer, { nonce: 'x' }],
    ['an ID token of Google', google, { at_hash: 'x' }],
    ['a token of Google of no clear kind: its access tokens cannot be read', google, {}],
    ['an ID token of Yahoo', yahoo, { nonce: 'x' }],
    ['an ID token of Apple', apple, { at_hash: 'x' }],
    ['a token for an add-in of Exchange', exchange, {}],
  ])('danger: %s', (_name, issuer, claims) => {
    expect(failedOf(issuer, claims)).toBe('fail:danger');
  });
  test.each<[string, Issuer, Record<string, unknown>]>([
    ['a private account’s access token for Microsoft alone', microsoftConsumer, { scp: 'x' }],
    ['a private account’s token for Microsoft of no clear kind', microsoftConsumer, {}],
    ['a private account’s token that says two kinds', microsoftConsumer, { scp: 'x', nonce: 'x' }],
    ['an access token of Google, which nobody has seen', google, { scope: 'x' }],
    ['a token of Yahoo of no clear kind', yahoo, {}],
  ])('attention, never silence: %s', (_name, issuer, claims) => {
    expect(failedOf(issuer, claims)).toBe('fail:attention');
  });
  test('a note, and not genuine, when nobody has confirmed where its keys are', () => {
    const [source] = substrate.keyDocuments;
    const facts = factsOf({ issuer: issuerOf(substrate), signature: { kind: 'failed' } });
    if (facts.key.kind !== 'selected' || source === undefined) throw new Error('no key');
    const key = { ...facts.key, url: source.url };
    const outcomes = runRules({ ...facts, key }, rules);
    expect(outcomes.find(({ rule }) => rule === 'signature-invalid')).toMatchObject({
      outcome: 'fail',
      severity: 'note',
    });
    expect(foldVerdict(outcomes, rules)).toBe('undetermined');
  });
});

describe('unknown', () => {
  test.each([
    ['no-key', 'key-not-found'],
    ['key-unavailable', 'key-server-unreachable'],
    ['key-unusable', 'key-unusable'],
    ['algorithm', 'algorithm-unchecked'],
    ['issuer-unknown', 'issuer-unknown'],
  ] as const)('%s is said as %s', (reason, said) => {
    const facts = factsOf({ signature: { kind: 'not-checked', reason } });
    expect(answerOf(signatureInvalid, facts)).toBe(`unknown:${said}`);
  });
});

describe('hostile', () => {
  test('evidence never holds a token that was smuggled into the key id', () => {
    const kid = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2aWN0aW0ifQ.c2lnbmF0dXJl';
    const facts = factsOf({ signature: { kind: 'failed' } });
    if (facts.key.kind !== 'selected') throw new Error('test facts lost their key');
    const key = { ...facts.key, key: { ...facts.key.key, kid } };
    expect(JSON.stringify(runRules({ ...facts, key }, [signatureInvalid]))).not.toContain('eyJ');
  });
});
