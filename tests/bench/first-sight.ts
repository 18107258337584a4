import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { inspect } from '../../src/core/index.ts';
import { createGenuine, expectVerified, sightingOf } from './genuine.ts';
import { compare, type Row, rounds, warmUpRounds } from './measure.ts';

/** So many that a round is not ruled by what the processor's caches lost while the other side ran. */
const tokensPerRound = 250;

/** A token that was never seen: everything that Countersign does with it, against jose's bare verification. */
export async function measureFirstSight(): Promise<Row> {
  const { tokens, entries, port } = await createGenuine(tokensPerRound * (rounds + warmUpRounds));
  const keys: JWK[] = entries.map((entry) => ({ ...entry, kty: 'RSA', alg: 'RS256' }));
  const keySet = createLocalJWKSet({ keys });
  return compare(
    { what: 'a token never seen before: inspect / jose jwtVerify', target: 1.15 },
    (round) => tokens.slice(round * tokensPerRound, (round + 1) * tokensPerRound),
    {
      run: async (batch) => {
        for (const token of batch) {
          expectVerified(await inspect(sightingOf(token), { keys: port, nowMs: Date.now() }));
        }
      },
    },
    {
      run: async (batch) => {
        for (const token of batch) await jwtVerify(token, keySet);
      },
    },
  );
}
