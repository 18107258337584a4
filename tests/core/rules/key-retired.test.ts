import { describe, expect, test } from 'vitest';
import { keyRetired } from '../../../src/core/rules/key-retired.ts';
import { answerOf, factsOf, keyLife, selectedKey } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

const hour = 3_600_000;
const day = 24 * hour;
const issuedAtMs = issuedAt * 1000;
type Life = Partial<typeof keyLife>;

/** A key that vanished ten days before the token was issued, watched every hour until now. */
const retired = {
  lastSeenMs: issuedAtMs - 10 * day - hour,
  absentSinceMs: issuedAtMs - 10 * day,
  retiredSinceMs: issuedAtMs - 8 * day,
};
const answer = (life: Life | null, claims = {}) =>
  answerOf(
    keyRetired,
    factsOf({ claims, key: selectedKey({ life: life && { ...keyLife, ...life } }) }),
  );
const shippedOf = (retiredSinceDay: number | null) => ({
  origin: 'https://login.microsoftonline.com',
  kid: 'enterprise-key',
  thumbprint: 'enterprise-thumbprint',
  owner: null,
  firstSeenDay: 1,
  lastSeenDay: 2,
  retiredSinceDay,
});

describe('passes', () => {
  test('a key that is listed', () => {
    expect(answer({})).toBe('pass');
  });
  test('a session that was issued before its key vanished', () => {
    expect(answer({ ...retired, absentSinceMs: issuedAtMs + 1 })).toBe('pass');
  });
  test('one that was issued while its server’s unevenness explains the absence, at the bound', () => {
    const { unevennessMs } = keyLife;
    expect(answer({ absentSinceMs: issuedAtMs - unevennessMs })).toBe('pass');
    expect(answer({ ...retired, absentSinceMs: issuedAtMs - unevennessMs })).toBe('pass');
  });
  test('one from before its key’s retirement, although the key came back', () => {
    const returned = { atMs: issuedAtMs, retiredSinceMs: issuedAtMs };
    expect(answer({ returned })).toBe('pass');
  });
});

describe('fails', () => {
  test('a session issued long after its key had vanished, watched every day', () => {
    expect(answer(retired)).toBe('fail:danger');
  });
  test('is unusual only, where nobody watched on each of the days around', () => {
    const { unevennessMs } = keyLife;
    expect(answer({ ...retired, denseSinceMs: issuedAtMs - unevennessMs })).toBe('fail:danger');
    expect(answer({ ...retired, denseSinceMs: issuedAtMs - unevennessMs + 1 })).toBe(
      'fail:attention',
    );
    expect(answer({ ...retired, observedAtMs: issuedAtMs - day })).toBe('fail:danger');
    expect(answer({ ...retired, observedAtMs: issuedAtMs - day - 1 })).toBe('fail:attention');
  });
  test('a key that came back after its retirement', () => {
    const returned = { atMs: issuedAtMs - hour, retiredSinceMs: issuedAtMs - 1 };
    expect(answer({ returned })).toBe('fail:attention');
  });
  test('a key that had been retired when the release’s copy was made', () => {
    const today = Math.floor(issuedAt / 86_400);
    const withShipped = (retiredSinceDay: number | null) =>
      answerOf(keyRetired, factsOf({ key: selectedKey({ shipped: shippedOf(retiredSinceDay) }) }));
    expect(withShipped(today - 1)).toBe('fail:attention');
    expect(withShipped(today)).toBe('pass');
    expect(withShipped(null)).toBe('pass');
  });
});

describe('unknown', () => {
  test('without a history', () => {
    expect(answer(null)).toBe('unknown:key-history-short');
  });
  test('absent for longer than usual, and not yet long enough to be retired', () => {
    expect(answer({ absentSinceMs: issuedAtMs - keyLife.unevennessMs - 1 })).toBe(
      'unknown:key-history-short',
    );
  });
  test('retired once, but nobody has asked since', () => {
    const observedAtMs = issuedAtMs - keyLife.unevennessMs - 1;
    expect(answer({ ...retired, observedAtMs })).toBe('unknown:key-history-short');
    expect(answer({ observedAtMs })).toBe('unknown:key-history-short');
    expect(answer({ observedAtMs: observedAtMs + 1 })).toBe('pass');
  });
  test('without a time or a key there is nothing to compare', () => {
    expect(answer(retired, { iat: undefined })).toBe('not-applicable');
    expect(answerOf(keyRetired, factsOf({ key: { kind: 'not-findable' } }))).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('a time of issue that is no time, or out of all bounds, is no proof', () => {
    expect(answer(retired, { iat: 'now' })).toBe('not-applicable');
    expect(answer(retired, { iat: -1e300 })).toBe('pass');
    expect(answer(retired, { iat: 1e300 })).toBe('unknown:key-history-short');
  });
});
