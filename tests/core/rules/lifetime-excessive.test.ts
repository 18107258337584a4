import { describe, expect, test } from 'vitest';

import { entra } from '../../../src/core/issuers/entra.ts';
import { lifetimeExcessive } from '../../../src/core/rules/lifetime-excessive.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

const longest = entra.maxLifetimeSeconds ?? 0;
const living = (seconds: number) =>
  answerOf(lifetimeExcessive, factsOf({ claims: { exp: issuedAt + seconds } }));

describe('passes', () => {
  test('every documented lifetime, the 28 hours of continuous access evaluation included', () => {
    for (const hours of [0.25, 1.25, 8, 24, 28]) expect(living(hours * 3600)).toBe('pass');
    expect(living(longest)).toBe('pass');
  });
});

describe('fails', () => {
  test('just past the bound', () => {
    expect(living(longest + 1)).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('without a start or an end', () => {
    for (const claims of [{ iat: undefined }, { exp: undefined }]) {
      expect(answerOf(lifetimeExcessive, factsOf({ claims }))).toBe('unknown:claim-missing');
    }
  });
  test('an issuer without a known bound is not judged', () => {
    const facts = factsOf();
    if (facts.issuer.kind !== 'known') throw new Error('test facts lost their issuer');
    const issuer = { ...facts.issuer, issuer: { ...entra, maxLifetimeSeconds: null } };
    expect(answerOf(lifetimeExcessive, { ...facts, issuer })).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('numbers at the edge of arithmetic', () => {
    expect(living(1e308)).toBe('fail:attention');
    expect(answerOf(lifetimeExcessive, factsOf({ claims: { iat: -1e308, exp: 1e308 } }))).toBe(
      'fail:attention',
    );
  });
});
