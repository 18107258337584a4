import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import { clockSkewSeconds } from '../../../src/core/rules/clock-skew.ts';
import { expiredButAccepted } from '../../../src/core/rules/expired-but-accepted.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

const end = issuedAt + 4500;
const used = (seconds: number, changes: Partial<UseContext> = {}) => ({
  nowSeconds: seconds,
  context: {
    ...noContext,
    presentedAs: 'bearer' as const,
    sentAtMs: seconds * 1000,
    answer: 'accepted' as const,
    ...changes,
  },
});
const late = end + clockSkewSeconds + 1;

describe('passes', () => {
  test('a token accepted while it lasts, and a few minutes after for clocks that differ', () => {
    expect(answerOf(expiredButAccepted, factsOf(used(issuedAt + 60)))).toBe('pass');
    expect(answerOf(expiredButAccepted, factsOf(used(end + clockSkewSeconds)))).toBe('pass');
  });
  test('a token accepted while it lasted, judged long after', () => {
    const facts = factsOf({ ...used(issuedAt + 60), nowSeconds: late * 2 });
    expect(answerOf(expiredButAccepted, facts)).toBe('pass');
  });
  test('a computer whose clock is fast, by what the issuer’s servers say', () => {
    const facts = factsOf({ ...used(late + 86_400), nowSeconds: issuedAt + 60 });
    expect(answerOf(expiredButAccepted, facts)).toBe('pass');
  });
});

describe('fails', () => {
  test('just past the allowed difference', () => {
    expect(answerOf(expiredButAccepted, factsOf(used(late)))).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('a clock that was never compared with a server raises no alarm', () => {
    const facts = factsOf({ ...used(late), clockIsKnown: false });
    expect(answerOf(expiredButAccepted, facts)).toBe('unknown:clock-unknown');
  });
  test('a token without an end', () => {
    const facts = factsOf({ ...used(late), claims: { exp: undefined } });
    expect(answerOf(expiredButAccepted, facts)).toBe('unknown:claim-missing');
  });
  test.each([{ answer: null }, { answer: 'refused' as const }, { sentAtMs: null }])(
    'an answer that was no success, or when it was asked for is not known: %j',
    (changes) => {
      const facts = factsOf(used(late, changes));
      expect(answerOf(expiredButAccepted, facts)).toBe('not-applicable');
    },
  );
});

describe('hostile', () => {
  test.each(['9999999999', null, true, [], {}])('an end that is no number (%j) is none', (exp) => {
    const facts = factsOf({ ...used(late), claims: { exp } });
    expect(answerOf(expiredButAccepted, facts)).toBe('unknown:claim-missing');
  });
  test('an end before all time is over', () => {
    const facts = factsOf({ ...used(late), claims: { exp: -1e308 } });
    expect(answerOf(expiredButAccepted, facts)).toBe('fail:attention');
  });
});
