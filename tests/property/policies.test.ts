import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildDirectory,
  configurationOf,
  defaultPolicy,
  knownDirectory,
  noContext,
  parsePolicy,
  policyKeys,
} from '../../src/core/index.ts';
import { maxProblems } from '../../src/core/policy/index.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

/** A fifth of the mutated inputs; the others are tokens and key sets. A longer run sets COUNTERSIGN_RUNS=1000000. */
const runs = Math.ceil(Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000) * 0.2);
const timeoutMs = 120_000 + runs * 30;
/** Signed tokens with hostile claims that policies ask for; signing is slow, so each serves many policies. */
const signedCount = 48;

const key = await createSigningKey(enterpriseOwner);
const port = await keyPortOf({ [commonKeysUrl]: [key.entry] });
const token = await signToken(key, entraClaims());

const names = Object.keys(policyKeys);
const examples = Object.fromEntries(
  Object.values(policyKeys).map(({ name, example }) => [name, example]),
);

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, '', '*', '*.', '__proto__', [], {}),
  fc.array(fc.string({ maxLength: 64 }), { maxLength: 8 }),
);
const name = fc.oneof(
  fc.constantFrom(...names, '__proto__', 'constructor', 'toString', ''),
  fc.string({ maxLength: 100 }),
);

/** A policy with values exchanged, left out or added, or no policy at all. */
const mutated = fc.oneof(
  fc
    .tuple(fc.subarray(names), fc.array(fc.tuple(name, odd), { minLength: 1, maxLength: 6 }))
    .map(([kept, added]) => {
      const policy: unknown = JSON.parse('{}');
      for (const [member, value] of [
        ...kept.map((one) => [one, examples[one]] as const),
        ...added,
      ]) {
        const descriptor = { value, enumerable: true, configurable: true, writable: true };
        Object.defineProperty(policy, member, descriptor);
      }
      return policy;
    }),
  odd,
);

/** Properly signed tokens whose claims hold anything where policies look. */
const signed = await Promise.all(
  fc
    .sample(
      fc.tuple(
        fc.constantFrom(
          'tid',
          'upn',
          'preferred_username',
          'appid',
          'azp',
          'aud',
          'amr',
          'acr',
          'idp',
          'deviceid',
          'scp',
          'roles',
          'idtyp',
          'nonce',
        ),
        odd,
      ),
      signedCount,
    )
    .map(([claim, value]) => signToken(key, entraClaims({ [claim]: value, scp: 'Mail.Read' }))),
);

/** The genuine token with a letter of its signature changed, or another person in it. */
const [head = '', body = '', signature = ''] = token.split('.');
const otherBody = Buffer.from(JSON.stringify(entraClaims({ upn: 'mallory@contoso.example' })));
const forged = [
  `${head}.${otherBody.toString('base64url')}.${signature}`,
  `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
];

const credential = fc.constantFrom(token, ...signed, ...forged);
const presentedAs = fc.constantFrom('bearer', 'id-token', 'cookie', 'unknown');

describe(`mutated policies (${runs})`, () => {
  test(
    'none throws, none makes a rule crash, and none makes a forged token genuine',
    async () => {
      let slowestMs = 0;
      await fc.assert(
        fc.asyncProperty(mutated, credential, presentedAs, async (value, text, use) => {
          const startedMs = performance.now();
          const { policy, problems } = parsePolicy(value);
          const context = { ...noContext, presentedAs: use };
          const { directory } = buildDirectory(configurationOf(policy));
          const about = { policy, context, directory };
          const { verdict, outcomes } = await inspectToken(text, port, about);
          slowestMs = Math.max(slowestMs, performance.now() - startedMs);
          expect(Object.keys(policy)).toEqual(names);
          // Whatever is added, what was known stays first and as it was.
          expect(directory.issuers.slice(0, knownDirectory.issuers.length)).toEqual(
            knownDirectory.issuers,
          );
          // Never more than one for each key besides the unknown ones, which are bounded.
          expect(problems.length).toBeLessThanOrEqual(maxProblems + names.length);
          // What was read is what would be written: reading it again changes nothing.
          expect(parsePolicy(policy)).toEqual({ policy, problems: [] });
          const crashed = outcomes.filter(
            (outcome) => outcome.outcome === 'unknown' && outcome.reason === 'rule-crashed',
          );
          expect(crashed).toEqual([]);
          if (forged.includes(text)) expect(verdict).not.toBe('verified');
        }),
        { numRuns: runs },
      );
      expect(slowestMs).toBeLessThan(2_000);
    },
    timeoutMs,
  );

  test('a key that cannot be read leaves the others as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), odd, (broken, value) => {
        const { policy } = parsePolicy({ ...examples, [broken]: value });
        for (const [one, held] of Object.entries(policy)) {
          if (one !== broken) expect(held).toEqual(examples[one]);
        }
      }),
      { numRuns: Math.min(runs, 2_000) },
    );
    expect(parsePolicy(examples).policy).not.toEqual(defaultPolicy);
  });
});
