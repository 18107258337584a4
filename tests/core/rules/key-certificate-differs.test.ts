import { describe, expect, test } from 'vitest';
import { google } from '../../../src/core/issuers/google.ts';
import { keyCertificateDiffers } from '../../../src/core/rules/key-certificate-differs.ts';
import { answerOf, enterpriseKey, factsOf, issuerOf, selectedKey } from '../../support/facts.ts';

const certificate = { notBeforeSeconds: 0, notAfterSeconds: 1, sha1: 'a', sha256: 'b' };
const withKey = (changes: Partial<typeof enterpriseKey>) =>
  factsOf({ key: selectedKey({ key: { ...enterpriseKey, ...changes } }) });
const other = withKey({ certificate, certifiesOther: true });

describe('passes', () => {
  test('a certificate of the very key', () => {
    expect(answerOf(keyCertificateDiffers, withKey({ certificate }))).toBe('pass');
  });
});

describe('fails', () => {
  test('a certificate of another key, where entries are made from certificates', () => {
    expect(answerOf(keyCertificateDiffers, other)).toBe('fail:danger');
  });
  test('at other issuers it is unusual', () => {
    expect(answerOf(keyCertificateDiffers, { ...other, issuer: issuerOf(google) })).toBe(
      'fail:attention',
    );
  });
});

describe('unknown', () => {
  test('without a certificate or a key there is nothing to compare', () => {
    expect(answerOf(keyCertificateDiffers, factsOf())).toBe('not-applicable');
    const absent = factsOf({ key: { kind: 'not-findable' } });
    expect(answerOf(keyCertificateDiffers, absent)).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('an unknown issuer is not judged by the habits of a known one', () => {
    const facts = { ...other, issuer: { kind: 'unknown', iss: 'x' } as const };
    expect(answerOf(keyCertificateDiffers, facts)).toBe('not-applicable');
  });
});
