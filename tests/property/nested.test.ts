import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  assembleToken,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

/** As many mutated inputs as in `mutations.test.ts` in proportion; each costs up to three signature checks. */
const runs = Math.ceil(Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000) * 0.1);
const timeoutMs = 120_000 + runs * 12;

const key = await createSigningKey(enterpriseOwner);
const port = await keyPortOf({ [commonKeysUrl]: [key.entry] });
const inner = await signToken(key, entraClaims());
const carrying = await signToken(key, entraClaims({ actortoken: inner, id_token: inner }));
const wrapped = assembleToken('{"alg":"RS256","cty":"JWT"}', inner);

const pieces = fc.constantFrom('.', '=', 'A', 'e30', '{"a":1}', '\u0000', 'é', inner, wrapped);
const edit = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 12 }), pieces);
const mutate = (text: string, edits: readonly (readonly [number, number, string])[]): string =>
  edits.reduce((changed, [place, cut, insert]) => {
    const at = place % (changed.length + 1);
    return changed.slice(0, at) + insert + changed.slice(at + cut);
  }, text);
const edits = fc.array(edit, { minLength: 1, maxLength: 3 });

/** A token whose payload is a mutated token, in up to five wrappers, or that carries mutated ones in its claims. */
const nested = fc.oneof(
  edits.map((list) => mutate(wrapped, list)),
  edits.map((list) => mutate(carrying, list)),
  fc.tuple(edits, fc.integer({ min: 1, max: 5 })).map(([list, layers]) => {
    let text = mutate(inner, list);
    for (let layer = 0; layer < layers; layer++) text = assembleToken('{"alg":"RS256"}', text);
    return text;
  }),
  fc.tuple(edits, fc.jsonValue({ maxDepth: 2 })).map(([list, other]) => {
    const claims = { ...entraClaims(), actortoken: mutate(inner, list), id_token: other };
    return assembleToken(`{"alg":"RS256","kid":"${key.kid}"}`, JSON.stringify(claims));
  }),
);

test(
  'no mutated token inside a token throws, takes long, or makes the outer one genuine',
  async () => {
    let slowestMs = 0;
    await fc.assert(
      fc.asyncProperty(nested, async (text) => {
        const startedMs = performance.now();
        const { verdict } = await inspectToken(text, port);
        slowestMs = Math.max(slowestMs, performance.now() - startedMs);
        return verdict !== 'verified' || text === carrying || text === inner;
      }),
      { numRuns: runs },
    );
    expect(slowestMs).toBeLessThan(2_000);
  },
  timeoutMs,
);
