import { describe, expect, test } from 'vitest';
import { decodeCredential } from '../../../src/core/token/decode.ts';

const hex = 'ab'.repeat(16);

describe('credentials without a readable form are told by their shape', () => {
  test.each([
    ['EwAoA8l6BAAUO9chh8cJscQLmU+LSWpbnr0vmwwAAQ', 'opaque-microsoft-ticket'],
    ['MSAuth1.0 usertoken="EwAoA8l6BAAU", type="MSACT"', 'opaque-microsoft-ticket'],
    ['{"id":"0190","nonce":"AAAA","data":"c2Vh', 'opaque-encrypted-cache'],
    ['{"id":"0190"}', 'opaque'],
    ['ya29.a0AfH6SMBx', 'opaque-google'],
    [`1000.${hex}.${hex}`, 'opaque-zoho'],
    ['fmu1-12345678-abcdef', 'opaque-fastmail'],
    [`0_${hex}abcdef01_69643d`, 'opaque-zimbra'],
    ['SAPISIDHASH', 'opaque-google-cookie-hash'],
    [`SAPISID1PHASH 1700000000_${hex}abcdef01`, 'opaque-google-cookie-hash'],
    [`y0_${'Ag'.repeat(26)}`, 'opaque-yandex'],
    [`y0__${'xC'.repeat(26)}`, 'opaque-yandex'],
    ['y0_', 'opaque'],
    ['SAPISIDHASHES', 'opaque'],
    ['something else', 'opaque'],
    ['', 'opaque'],
    ['Ew', 'opaque'],
    ['x'.repeat(100_000), 'opaque'],
  ])('%#: %s', (text, reason) => {
    expect(decodeCredential(text)).toEqual({ kind: 'not-inspected', reason });
  });
});
