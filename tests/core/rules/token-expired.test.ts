import { describe, expect, test } from 'vitest';
import { clockSkewSeconds } from '../../../src/core/rules/clock-skew.ts';
import { tokenExpired } from '../../../src/core/rules/token-expired.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

const expiresAt = issuedAt + 4500;

describe('passes', () => {
  test('before its end, and a few minutes after it for clocks that differ', () => {
    expect(answerOf(tokenExpired, factsOf())).toBe('pass');
    const atTheBound = factsOf({ nowSeconds: expiresAt + clockSkewSeconds });
    expect(answerOf(tokenExpired, atTheBound)).toBe('pass');
  });
});

describe('fails', () => {
  test('just past the allowed difference', () => {
    const justPast = factsOf({ nowSeconds: expiresAt + clockSkewSeconds + 1 });
    expect(answerOf(tokenExpired, justPast)).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('a clock that was never compared with a server raises no alarm', () => {
    const facts = factsOf({ nowSeconds: expiresAt * 2, clockIsKnown: false });
    expect(answerOf(tokenExpired, facts)).toBe('unknown:clock-unknown');
  });
  test('a token without an end', () => {
    expect(answerOf(tokenExpired, factsOf({ claims: { exp: undefined } }))).toBe(
      'unknown:claim-missing',
    );
  });
});

describe('hostile', () => {
  test.each(['9999999999', null, true, [], {}])('an end that is no number (%j) is none', (exp) => {
    expect(answerOf(tokenExpired, factsOf({ claims: { exp } }))).toBe('unknown:claim-missing');
  });
  test('an end before all time is simply over', () => {
    expect(answerOf(tokenExpired, factsOf({ claims: { exp: -1e308 } }))).toBe('fail:attention');
  });
});
