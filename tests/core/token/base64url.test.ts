import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../src/core/token/base64url.ts';

test('what is encoded comes back, byte for byte and canonical', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64url(text)).toEqual({ ok: true, value: { bytes, canonical: true } });
    }),
  );
});

test.each([
  ['AA==', 'padding'],
  ['-_+/', 'letters of the other alphabet'],
  ['AB', 'spare bits that are not zero'],
  ['AAB', 'spare bits that are not zero'],
])('%s is read, and reported for its %s', (text) => {
  expect(decodeBase64url(text)).toMatchObject({ ok: true, value: { canonical: false } });
});

test.each([
  'A',
  'AAAAA',
  'AA=',
  'AAA==',
  'AAAA=',
  '=',
  'AA AA',
  'AA\nA',
  'ÄAAA',
  'A.AA',
  'AA%3D',
  'AAAA\u0000',
])('%j is no base64url', (text) => {
  expect(decodeBase64url(text)).toEqual({ ok: false, code: 'base64url-invalid' });
});
