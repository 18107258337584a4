import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText } from '../../../src/core/token/digest.ts';
import { hashBytes } from '../../../src/core/token/sha256.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

// NIST's examples, https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values, and one of CAVP.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('published example %#', (text, hash) => {
  expect(hex(hashBytes(bytesOf(text)))).toBe(hash);
});

test('every length around the ends of blocks is hashed as Node hashes it', () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255);
    expect(hex(hashBytes(bytes)), `${length} bytes`).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  }
});

test('any bytes, in the middle of a larger buffer too, are hashed as Node hashes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(80), (bytes, offset) => {
      const part = bytes.subarray(Math.min(offset, bytes.length));
      expect(hex(hashBytes(part))).toBe(createHash('sha256').update(part).digest('hex'));
    }),
    { numRuns: 500 },
  );
});

test('any text is hashed as UTF-8 and written as base64url', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(hashText(text)).toBe(createHash('sha256').update(text).digest('base64url'));
    }),
  );
});
