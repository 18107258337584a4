import { describe, expect, test } from 'vitest';

import { runRules } from '../../../src/core/rules/run.ts';
import { signatureInvalid } from '../../../src/core/rules/signature-invalid.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

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
