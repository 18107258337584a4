import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64ToHex, copyText, readBase64Text } from '../../src/input/bytes.ts';

describe('base64', () => {
  test('of both alphabets, with line breaks and padding, is read as Node reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const alphabet of ['base64', 'base64url'] as const) {
          const encoded = Buffer.from(text).toString(alphabet);
          expect(readBase64Text(encoded)).toBe(text);
          expect(readBase64Text(encoded.replace(/.{5}/g, '$&\r\n'))).toBe(text);
        }
      }),
    );
  });

  test('that is none never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readBase64Text(text)).toEqual(expect.any(String));
      }),
    );
    for (const odd of ['', '=', 'A', 'AAAAA', '\u202e', '{"'])
      expect(readBase64Text(odd)).toEqual(expect.any(String));
  });

  test('has a hexadecimal form', () => {
    expect(base64ToHex('AAH_fw')).toBe('0001ff7f');
  });
});

test('a copied text is the same', () => {
  expect(copyText('eyJ.é.\u202e')).toBe('eyJ.é.\u202e');
});
