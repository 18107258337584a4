import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noContext } from '../../src/core/index.ts';
import { normalizeAddress } from '../../src/core/proof/address.ts';
import { checkProof } from '../../src/core/proof/check-proof.ts';
import { checkDeviceBinding, readDeviceBinding } from '../../src/core/proof/device-binding.ts';
import { tokenOf } from '../support/facts.ts';
import { createProofKey, makeProof, resourceUrl } from '../support/proofs.ts';

/** As many mutated inputs as in `mutations.test.ts` in proportion. */
const runs = Math.ceil(Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000) * 0.1);
const timeoutMs = 60_000 + runs * 6;

const key = createProofKey();
const credential = 'some.token.text';
const bound = tokenOf('{"alg":"RS256"}', JSON.stringify({ cnf: { jkt: key.thumbprint } }));
const proof = makeProof(key, credential);

const piece = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('.', '=', 'A', ',', '"', '{}', 'e30', '\u0000'),
);
const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 }), piece), {
  minLength: 1,
  maxLength: 3,
});
const edited = edits.map((list) =>
  list.reduce((text, [place, cut, insert]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + insert + text.slice(at + cut);
  }, proof),
);
const exchanged = fc
  .tuple(
    fc.constantFrom(0, 1),
    fc.constantFrom('typ', 'alg', 'jwk', 'crit', 'jti', 'htm', 'htu', 'iat', 'ath', '__proto__'),
    fc.jsonValue({ maxDepth: 2 }),
  )
  .map(([segment, name, value]) => {
    const parts = proof.split('.');
    const members = JSON.parse(Buffer.from(parts[segment] ?? '', 'base64url').toString());
    Object.defineProperty(members, name, { value, enumerable: true, configurable: true });
    parts[segment] = Buffer.from(JSON.stringify(members)).toString('base64url');
    return parts.join('.');
  });

test(
  'no mutated proof throws, and none is another proof by the same key',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(edited, exchanged), async (text) => {
        const facts = await checkProof(bound, credential, {
          ...noContext,
          presentedAs: 'dpop',
          method: 'POST',
          url: resourceUrl,
          proofs: [text],
        });
        return facts.kind !== 'read' || facts.signature !== 'verified' || text.trim() === proof;
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);

test(
  'no answer of a bound session throws',
  async () => {
    const header = fc.record({
      name: fc.constantFrom(
        'Secure-Session-Response',
        'sec-secure-session-id',
        'Sec-Session-Id',
        'x',
      ),
      value: fc.oneof(edited, exchanged, fc.string()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(header, { maxLength: 3 }), async (headers) => {
        const binding = readDeviceBinding(headers);
        const facts = binding === null ? null : await checkDeviceBinding(binding);
        return facts?.kind !== 'answered' || facts.signature !== 'verified';
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);

test(
  'the one form of an address stays as it is',
  () => {
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .array(fc.constantFrom('https://', 'a', '%7E', '%2e', '/', '..', '@', ':', '\\', '?', 'é'))
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(address, (text) => {
        const once = normalizeAddress(text);
        if (once === null) return;
        expect(normalizeAddress(once)).toBe(once);
        expect(once).not.toMatch(/[?#]/);
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);
