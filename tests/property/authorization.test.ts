import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCredentials } from '../../src/core/index.ts';
import { readAuthParams } from '../../src/core/token/auth-params.ts';

/** As many mutated inputs as in `mutations.test.ts` in proportion. */
const runs = Math.ceil(Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000) * 0.2);
const timeoutMs = 60_000 + runs * 6;

const piece = fc.constantFrom(
  'MSAuth1.0 ',
  'MSAuth2.0\t',
  'Bearer ',
  'DPoP ',
  'usertoken',
  'actortoken=',
  'accesstoken="Bearer ',
  'type="PFAT"',
  '"',
  '\\',
  ',',
  '=',
  ' ',
  '\u0000',
  'é',
  'eyJhbGciOiJub25lIn0.e30.',
  'EwAo',
);
const header = fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 14 });

test(
  'no header makes the reader throw, and whatever it finds stood in the header',
  () => {
    fc.assert(
      fc.property(header, (pieces) => {
        const value = pieces.join('');
        const bare = value.replaceAll('\\', '');
        for (const { credential } of findCredentials(value)) {
          expect(bare.toUpperCase()).toContain(credential.replaceAll('\\', '').toUpperCase());
          expect(credential.trim()).not.toBe('');
        }
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);

test(
  'parameters that are written as the standard says are read back',
  () => {
    const name = fc.stringMatching(/^[a-z0-9!#$%&'*+.^`|~-]{1,12}$/);
    const value = fc.string({ unit: fc.constantFrom(...'aZ09._-+/= ,"\\\t;é'), maxLength: 24 });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (params) => {
        const text = params
          .map(([key, content]) => `${key}="${content.replace(/["\\]/g, '\\$&')}"`)
          .join(' ,\t');
        expect(readAuthParams(text)).toEqual(
          params.map(([key, content]) => ({ name: key, value: content })),
        );
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);
