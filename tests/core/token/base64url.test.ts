import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBase64url,
  decodeLetters,
  encodeBase64url,
  readLetters,
} from '../../../src/core/token/base64url.ts';

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

test.each([65_536, 65_540, 200_000])('texts of %i letters are read too', (length) => {
  const text = 'eyJ_'.repeat(length / 4);
  const decoded = decodeBase64url(text);
  expect(decoded).toMatchObject({ ok: true, value: { canonical: true } });
  if (decoded.ok) expect(encodeBase64url(decoded.value.bytes)).toBe(text);
});

test('what was decoded does not change with the next text', () => {
  const first = decodeBase64url('AAAA');
  decodeBase64url('____');
  expect(first).toEqual({ ok: true, value: { bytes: new Uint8Array(3), canonical: true } });
});

test('letters that are several bytes are refused, at the end of the buffer too', () => {
  decodeBase64url('A'.repeat(65_536));
  for (const text of [
    'AAAÄ',
    `${'A'.repeat(65_535)}Ä`,
    `${'A'.repeat(65_535)}\ud800`,
    '\u{1f600}AA',
  ]) {
    expect(decodeBase64url(text)).toEqual({ ok: false, code: 'base64url-invalid' });
  }
});

test('nothing but the two alphabets and closing padding is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 4, maxLength: 12 }), (text) => {
      const isFit = /^[\w+/-]*={0,2}$/.test(text) && text.replace(/=+$/, '').length % 4 !== 1;
      if (!isFit) expect(decodeBase64url(text).ok).toBe(false);
    }),
  );
});

test('a part of a text is decoded as if it stood alone', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'AQz9-_+/=. '), maxLength: 40 });
  fc.assert(
    fc.property(letters, letters, letters, (before, part, after) => {
      const text = readLetters(before + part + after);
      if (text === null) throw new Error('an ASCII text was refused');
      const decoded = decodeLetters(text, before.length, before.length + part.length);
      expect(decoded).toEqual(decodeBase64url(part));
    }),
    { numRuns: 2000 },
  );
});
