import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText } from '../../../src/core/token/digest.ts';

const hex = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('hex');

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
  expect(hex(hashText(text))).toBe(hash);
});

test('any text is hashed as UTF-8 and written as base64url', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(hashText(text)).toBe(createHash('sha256').update(text).digest('base64url'));
    }),
    { numRuns: 500 },
  );
});
