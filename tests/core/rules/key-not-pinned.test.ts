import { describe, expect, test } from 'vitest';
import { defaultPolicy, parsePolicy } from '../../../src/core/index.ts';
import {
  maxPinnedIssuerLength,
  maxPinnedKeys,
  maxPins,
} from '../../../src/core/policy/keys/pinned-keys.ts';
import { keyNotPinned } from '../../../src/core/rules/key-not-pinned.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, enterpriseKey, factsOf, selectedKey } from '../../support/facts.ts';
import { enterpriseTenant } from '../../support/tokens.ts';

const thumbprint = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
const other = 'kP2ox0dPp3uuT6IhJARw5E8I9ZWku4tl9NRrgQ8W-LY';
const pin = { issuer: 'entra', thumbprints: [thumbprint] };
const key = selectedKey({ key: { ...enterpriseKey, thumbprint } });
const policyOf = (...pinnedKeys: unknown[]) => {
  const { policy, problems } = parsePolicy({ pinnedKeys });
  expect(problems).toEqual([]);
  return policy;
};
/** The test token is issued on 2026-11-24. */
const answer = (...pins: unknown[]) =>
  answerOf(keyNotPinned, factsOf({ key, policy: policyOf(...pins) }));

describe('passes', () => {
  test('a pinned key, named by the issuer’s id or by the text of its claim', () => {
    expect(answer(pin)).toBe('pass');
    expect(answer({ ...pin, issuer: `https://sts.windows.net/${enterpriseTenant}/` })).toBe('pass');
  });
  test('any of several pins of an issuer', () => {
    expect(answer({ ...pin, thumbprints: [other] }, pin)).toBe('pass');
  });
  test('on the first and the last day', () => {
    expect(answer({ ...pin, validFrom: '2026-11-24', validTo: '2026-11-24' })).toBe('pass');
  });
});

describe('fails', () => {
  test('a key that is not pinned, and names it', () => {
    const policy = policyOf({ ...pin, thumbprints: [other] });
    const [outcome] = runRules(factsOf({ key, policy }), [keyNotPinned]);
    expect(outcome).toMatchObject({
      outcome: 'fail',
      severity: 'attention',
      evidence: expect.arrayContaining([{ name: 'key-thumbprint', value: thumbprint }]),
    });
  });
  test('a key whose pin is not in force, beside one that is', () => {
    expect(answer({ ...pin, validTo: '2026-11-23' }, { ...pin, thumbprints: [other] })).toBe(
      'fail:attention',
    );
  });
});

describe('unknown', () => {
  test('without a key', () => {
    const facts = factsOf({ key: { kind: 'not-findable' }, policy: policyOf(pin) });
    expect(answerOf(keyNotPinned, facts)).toBe('unknown:key-not-found');
  });
  test('nothing is asked for without a pin of this issuer that is in force', () => {
    expect(answerOf(keyNotPinned, factsOf({ key, policy: defaultPolicy }))).toBe('not-applicable');
    const unpinned = [
      { ...pin, issuer: 'google' },
      { ...pin, issuer: 'https://sts.windows.net/' },
      { ...pin, thumbprints: [other], validFrom: '2026-11-25' },
      { ...pin, thumbprints: [other], validTo: '2026-11-23' },
    ];
    for (const one of unpinned) expect(answer(one)).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test.each([
    [{ ...pin, thumbprints: [] }],
    [{ ...pin, thumbprints: ['short'] }],
    [{ ...pin, validFrom: 'yesterday' }],
    [{ ...pin, issuer: '' }],
    [{ ...pin, more: true }],
    ['entra'],
  ])('a pin that cannot be read has no effect but a problem: %j', (one) => {
    const { policy, problems } = parsePolicy({ pinnedKeys: [one] });
    expect(policy.pinnedKeys).toBeNull();
    expect(problems).toEqual([{ code: 'policy-value-invalid', key: 'pinnedKeys' }]);
  });

  test('pins, keys and names at their bounds, and one past each', () => {
    const isRead = (pinnedKeys: unknown) => parsePolicy({ pinnedKeys }).problems.length === 0;
    const many = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);
    expect(isRead(many(maxPins, pin))).toBe(true);
    expect(isRead(many(maxPins + 1, pin))).toBe(false);
    expect(isRead([{ ...pin, thumbprints: many(maxPinnedKeys, thumbprint) }])).toBe(true);
    expect(isRead([{ ...pin, thumbprints: many(maxPinnedKeys + 1, thumbprint) }])).toBe(false);
    expect(isRead([{ ...pin, issuer: 'i'.repeat(maxPinnedIssuerLength) }])).toBe(true);
    expect(isRead([{ ...pin, issuer: 'i'.repeat(maxPinnedIssuerLength + 1) }])).toBe(false);
  });
});
