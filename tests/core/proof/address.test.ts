import { describe, expect, test } from 'vitest';
import { maxAddressLength, normalizeAddress } from '../../../src/core/proof/address.ts';

describe('addresses are the same in', () => {
  test.each([
    ['https://a.example/x', 'HTTPS://A.EXAMPLE:443/x'],
    ['http://a.example/', 'http://a.example:80'],
    ['https://a.example/x', 'https://a.example/x?q=1#f'],
    ['https://a.example/x/z', 'https://a.example/x/./y/../z'],
    ['https://a.example/x/z', 'https://a.example/x/%2e/y/%2E%2e/z'],
    ['https://a.example/~u', 'https://a.example/%7Eu'],
    ['https://a.example/%C3%BC', 'https://a.example/%c3%bc'],
    ['https://a.example/%C3%BC', 'https://a.example/ü'],
    ['https://xn--e-9fa.example/', 'https://éE.example/'],
  ])('%s and %s', (one, other) => {
    expect(normalizeAddress(one)).toBe(one);
    expect(normalizeAddress(other)).toBe(one);
  });
});

describe('addresses differ in', () => {
  test.each([
    ['https://a.example/x', 'http://a.example/x'],
    ['https://a.example/x', 'https://a.example/X'],
    ['https://a.example/x', 'https://a.example/x/'],
    ['https://a.example/x', 'https://a.example:8443/x'],
    ['https://a.example/x', 'https://b.example/x'],
    ['https://a.example/x/y', 'https://a.example/x%2Fy'],
    ['https://a.example/x', 'https://a.example//x'],
  ])('%s and %s', (one, other) => {
    expect(normalizeAddress(one)).not.toBe(normalizeAddress(other));
  });
});

describe('no address is', () => {
  test.each([
    '',
    'x',
    '/x',
    '//a.example/x',
    'https://',
    'https://user@a.example/',
    'https://user:word@a.example/',
    'ftp://a.example/',
    'javascript:alert(1)',
    'data:,x',
    'about:blank',
  ])('%s', (text) => {
    expect(normalizeAddress(text)).toBeNull();
  });
  test('one past the bound', () => {
    const sized = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`;
    expect(normalizeAddress(sized(maxAddressLength))).not.toBeNull();
    expect(normalizeAddress(sized(maxAddressLength + 1))).toBeNull();
  });
});
