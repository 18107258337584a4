import { describe, expect, test } from 'vitest';
import { addBindingSign, bindingHeaders, readBindingSign } from '../../../src/core/index.ts';

describe('signs of a session that is bound to the device', () => {
  test.each([
    ['response', 'secure-session-registration', 'offered'],
    ['response', 'sec-session-google-registration-list', 'offered'],
    ['response', 'secure-session-challenge', 'in-use'],
    ['response', 'sec-session-google-termination', 'ended'],
    ['request', 'sec-secure-session-id', 'in-use'],
    ['request', 'sec-session-google-response', 'in-use'],
  ] as const)('%s %s: %s', (kind, name, sign) => {
    expect(readBindingSign(kind, name)).toBe(sign);
    expect(bindingHeaders[kind].has(name)).toBe(true);
  });

  test('a header that page code can set proves nothing', () => {
    for (const name of ['secure-session-response', 'secure-session-skipped', '__proto__', '']) {
      expect(readBindingSign('request', name)).toBeNull();
    }
    for (const name of bindingHeaders.request) expect(name).toMatch(/^sec-/);
  });

  test('a header in the wrong direction is none', () => {
    expect(readBindingSign('request', 'secure-session-challenge')).toBeNull();
    expect(readBindingSign('response', 'sec-session-id')).toBeNull();
  });
});

describe('what is known after a sign', () => {
  test.each([
    ['none-seen', 'offered', 'offered'],
    ['none-seen', 'in-use', 'in-use'],
    ['none-seen', 'ended', 'ended'],
    ['offered', 'offered', 'offered'],
    ['offered', 'in-use', 'in-use'],
    ['offered', 'ended', 'ended'],
    ['in-use', 'offered', 'in-use'],
    ['in-use', 'in-use', 'in-use'],
    ['in-use', 'ended', 'ended'],
    ['ended', 'offered', 'offered'],
    ['ended', 'in-use', 'in-use'],
    ['ended', 'ended', 'ended'],
  ] as const)('%s, then %s: %s', (known, sign, expected) => {
    expect(addBindingSign(known, sign)).toBe(expected);
  });
});
