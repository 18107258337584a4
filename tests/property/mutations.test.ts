import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseKeyDocument } from '../../src/core/index.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

/** How many mutated inputs, a fifth of them policies (`policies.test.ts`); a longer run sets COUNTERSIGN_RUNS=1000000. */
const runs = Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000);
const share = (part: number) => Math.ceil(runs * part);
const timeoutMs = 120_000 + runs * 6;

const key = await createSigningKey(enterpriseOwner);
const token = await signToken(key, entraClaims());
const port = await keyPortOf({ [commonKeysUrl]: [key.entry] });

type Edit = readonly [number, number, string];

const edit = fc.tuple(
  fc.integer({ min: 0, max: token.length }),
  fc.integer({ min: 0, max: 12 }),
  fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('.', '=', 'A', 'e30', '..', '{}', '\u0000', 'eyJ'),
  ),
);

const apply = (text: string, [at, cut, insert]: Edit): string =>
  text.slice(0, at) + insert + text.slice(at + cut);

const claimValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -1, 1e308, '', '__proto__', [], {}),
);

/** A mutated token: its text edited, or a claim or header member exchanged. */
const mutated = fc.oneof(
  fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => edits.reduce(apply, token)),
  fc
    .tuple(
      fc.constantFrom(
        'iss',
        'tid',
        'aud',
        'exp',
        'iat',
        'nbf',
        'ver',
        'sub',
        'cnf',
        'events',
        'upn',
        'appid',
        'scp',
        'roles',
        '__proto__',
      ),
      claimValue,
    )
    .map(([name, value]) => exchange(1, name, value)),
  fc
    .tuple(fc.constantFrom('alg', 'kid', 'x5t', 'typ', 'nonce', 'crit', 'b64', 'jwk'), claimValue)
    .map(([name, value]) => exchange(0, name, value)),
);

function exchange(segment: number, name: string, value: unknown): string {
  const parts = token.split('.');
  const members = JSON.parse(Buffer.from(parts[segment] ?? '', 'base64url').toString());
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true });
  parts[segment] = Buffer.from(JSON.stringify(members)).toString('base64url');
  return parts.join('.');
}

describe(`mutations (${runs})`, () => {
  test(
    'no mutated token throws, takes long, or is ever called genuine',
    async () => {
      let slowestMs = 0;
      await fc.assert(
        fc.asyncProperty(mutated, async (text) => {
          const startedMs = performance.now();
          const { verdict } = await inspectToken(text, port);
          slowestMs = Math.max(slowestMs, performance.now() - startedMs);
          return verdict !== 'verified' || text === token;
        }),
        { numRuns: share(0.5) },
      );
      expect(slowestMs).toBeLessThan(2_000);
    },
    timeoutMs,
  );

  test(
    'no mutated key set throws, and none makes another key out of the genuine one',
    async () => {
      const parsed = await parseKeyDocument(commonKeysUrl, { keys: [key.entry] });
      const genuine = parsed.ok ? parsed.value.keys[0]?.thumbprint : undefined;
      const entry = fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc
          .tuple(
            fc.constantFrom('kty', 'use', 'kid', 'n', 'e', 'x5t', 'issuer', '__proto__'),
            claimValue,
          )
          .map(([name, value]) => ({ ...key.entry, [name]: value })),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.jsonValue(),
            fc.array(entry, { maxLength: 5 }).map((keys) => ({ keys })),
          ),
          async (set) => {
            const answer = await parseKeyDocument(commonKeysUrl, set);
            if (!answer.ok) return true;
            return answer.value.keys.every(
              ({ thumbprint, jwk }) => thumbprint !== genuine || jwk.n === key.entry['n'],
            );
          },
        ),
        { numRuns: share(0.3) },
      );
    },
    timeoutMs,
  );
});
