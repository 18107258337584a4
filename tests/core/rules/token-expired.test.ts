import { describe, expect, test } from 'vitest';
import { noContext, type Presentation, type UseContext } from '../../../src/core/index.ts';
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

describe('what the server said', () => {
  const answered = (changes: Partial<UseContext>, nowSeconds = expiresAt * 2) =>
    factsOf({
      nowSeconds,
      context: { ...noContext, presentedAs: 'bearer', sentAtMs: nowSeconds * 1000, ...changes },
    });
  test('nothing yet: used after its time', () => {
    expect(answerOf(tokenExpired, answered({}))).toBe('fail:attention');
  });
  test('a refusal is what it should say', () => {
    expect(answerOf(tokenExpired, answered({ answer: 'refused' }))).toBe('fail:note');
  });
  test('a success is a finding of its own', () => {
    expect(answerOf(tokenExpired, answered({ answer: 'accepted' }))).toBe('not-applicable');
    expect(answerOf(tokenExpired, answered({ answer: 'accepted', sentAtMs: null }))).toBe(
      'fail:attention',
    );
  });
  test('to a session that lasts', () => {
    expect(answerOf(tokenExpired, answered({ answer: 'accepted' }, issuedAt))).toBe('pass');
  });
});

describe('how it is used', () => {
  const presented = (presentedAs: Presentation) =>
    factsOf({ nowSeconds: expiresAt * 2, context: { ...noContext, presentedAs } });
  test.each(['storage', 'cookie'] as const)('what is only kept is not used: %s', (presentedAs) => {
    expect(answerOf(tokenExpired, presented(presentedAs))).toBe('not-applicable');
  });
  test('a parameter may be the hint of an old sign-in', () => {
    expect(answerOf(tokenExpired, presented('parameter'))).toBe('fail:note');
  });
  test('the address of a sign-in stands in its tab until the tab leaves it', () => {
    const idToken = (changes: Partial<UseContext>) =>
      factsOf({
        nowSeconds: expiresAt * 2,
        context: {
          ...noContext,
          presentedAs: 'id-token',
          url: 'https://mail.example/',
          ...changes,
        },
      });
    expect(answerOf(tokenExpired, idToken({ method: null }))).toBe('fail:note');
    expect(answerOf(tokenExpired, idToken({ method: 'GET' }))).toBe('fail:attention');
  });
  test.each(['bearer', 'dpop', 'pop', 'msauth', 'id-token', 'unknown'] as const)(
    'as %s',
    (presentedAs) => {
      expect(answerOf(tokenExpired, presented(presentedAs))).toBe('fail:attention');
    },
  );
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
