import { describe, expect, test } from 'vitest';

import { algNotAllowed } from '../../../src/core/rules/alg-not-allowed.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const answer = (alg: unknown) => answerOf(algNotAllowed, factsOf({ header: { alg } }));

describe('passes', () => {
  test('the algorithm that the issuer uses', () => {
    expect(answer('RS256')).toBe('pass');
  });
});

describe('fails', () => {
  test('no signature at all is danger', () => {
    expect(answer('none')).toBe('fail:danger');
  });
  test('a shared secret is danger, because the public key would serve as the secret', () => {
    expect(answer('HS256')).toBe('fail:danger');
  });
  test('another public-key algorithm is only unusual, the issuer may have changed', () => {
    expect(answer('ES256')).toBe('fail:attention');
    expect(answer('PS256')).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('an issuer that is not known has no list of algorithms', () => {
    const facts = factsOf({ issuer: { kind: 'unknown', iss: 'https://example.org' } });
    expect(runRules(facts, [algNotAllowed])).toMatchObject([
      { outcome: 'unknown', reason: 'issuer-unknown' },
    ]);
  });
});

describe('hostile', () => {
  test.each([
    'None',
    'NONE',
    'nOnE',
    '',
    ' RS256',
    'rs256',
    'RS256\u0000',
    42,
    null,
    ['RS256'],
    {},
  ])('the name %j is not taken for an allowed one', (alg) => {
    expect(answer(alg)).toBe('fail:danger');
  });
});
