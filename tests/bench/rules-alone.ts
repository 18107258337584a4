import { type Facts, rules } from '../../src/core/index.ts';
import { runRules } from '../../src/core/rules/run.ts';
import { decodeCredential } from '../../src/core/token/decode.ts';
import { factsOf, selectedKey } from '../support/facts.ts';
import { commonKeysUrl } from '../support/keys.ts';
import { createGenuine } from './genuine.ts';
import { compare, type Row, rounds, warmUpRounds } from './measure.ts';

const tokensPerRound = 50;
const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Decoding and every rule, with the signature's answer given, against one bare RS256 verification by the browser's cryptography. */
export async function measureRulesAlone(): Promise<Row> {
  // The time of the facts: what is known of the key ends then.
  const { nowSeconds } = factsOf({});
  const count = tokensPerRound * (rounds + warmUpRounds);
  const { tokens, key, port } = await createGenuine(count, nowSeconds);
  const { readings } = await port.read([commonKeysUrl], { kid: key.kid, x5t: null });
  const published = readings[0]?.document?.keys.find(({ kid }) => kid === key.kid);
  if (published === undefined) throw new Error('the signing key is not in its document');
  const known = factsOf({
    key: selectedKey({ key: published, url: commonKeysUrl, ownerText: published.owner }),
  });
  const { n, e } = published.jwk;
  if (n === undefined || e === undefined) throw new Error('the signing key is not RSA');
  const imported = await crypto.subtle.importKey('jwk', { kty: 'RSA', n, e }, rs256, false, [
    'verify',
  ]);
  return compare(
    { what: 'decoding and all rules / one WebCrypto RS256 verification', target: 0.3 },
    (round) =>
      tokens.slice(round * tokensPerRound, (round + 1) * tokensPerRound).map((token) => {
        const end = token.lastIndexOf('.');
        const signed = new TextEncoder().encode(token.slice(0, end));
        const signature = new Uint8Array(Buffer.from(token.slice(end + 1), 'base64url'));
        return { token, signed, signature };
      }),
    {
      run: (batch) => {
        for (const { token } of batch) judge(token, known);
      },
    },
    {
      run: async (batch) => {
        for (const { signature, signed } of batch) {
          const fits = await crypto.subtle.verify(rs256, imported, signature, signed);
          if (!fits) throw new Error('a genuine signature did not fit');
        }
      },
    },
  );
}

function judge(text: string, known: Facts): void {
  const token = decodeCredential(text);
  if (token.kind !== 'jws') throw new Error('a genuine token could not be read');
  const outcomes = runRules({ ...known, token }, rules);
  const failed = outcomes.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  if (failed.length > 0) throw new Error(`rules failed: ${failed.map(({ rule }) => rule)}`);
}
