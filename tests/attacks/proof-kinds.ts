import { createHmac } from 'node:crypto';
import type { UseContext } from '../../src/core/index.ts';
import { createProofKey, hash, makeProof, resourceUrl, signProof } from '../support/proofs.ts';
import { encodeSegment, issuedAt } from '../support/tokens.ts';
import { resign, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';

export const owner = createProofKey();
export const thief = createProofKey();

/** A genuine token that only the holder of the owner's key may use. */
export const boundToken = (shop: Workshop): string =>
  resign(shop, shop.enterprise, {}, { cnf: { jkt: owner.thumbprint } });

/** How it is used with a proof, or with several headers. */
export const withProofs =
  (make: (token: string) => string | readonly string[]) =>
  (token: string): Partial<UseContext> => {
    const proofs = make(token);
    return {
      presentedAs: 'dpop',
      method: 'POST',
      url: resourceUrl,
      sentAtMs: (issuedAt + 60) * 1000,
      proofs: typeof proofs === 'string' ? [proofs] : proofs,
    };
  };

/** How its owner uses it. */
export const genuineUse = withProofs((token) => makeProof(owner, token));

const stolen = (
  rule: string,
  name: string,
  make: (token: string) => string | readonly string[],
): Kind => ({ rule, name, forge: boundToken, context: withProofs(make) });

const unsigned = (token: string, header: object, signature: string): string => {
  const [, body = ''] = makeProof(owner, token).split('.');
  const head = { typ: 'dpop+jwt', alg: 'none', jwk: owner.jwk, ...header };
  return `${encodeSegment(JSON.stringify(head))}.${body}.${signature}`;
};

/** A token that is bound to a key, used by somebody who does not have it. */
export const proofKinds: readonly Kind[] = [
  stolen('possession-unproven', 'a bound token without a proof', () => []),
  {
    rule: 'possession-unproven',
    name: 'a bound token as a plain one, on a request that is known',
    forge: boundToken,
    context: { method: 'POST', url: resourceUrl },
  },
  stolen('proof-for-other-token', 'a proof by the thief’s own key', (token) =>
    makeProof(thief, token),
  ),
  stolen('proof-for-other-token', 'a proof that was made for another token', () =>
    makeProof(owner, 'another.token.text'),
  ),
  stolen('proof-for-other-request', 'a proof for another address', (token) =>
    makeProof(owner, token, { claims: { htu: 'https://outlook.office.com/api/v2.0/you' } }),
  ),
  stolen('proof-for-other-request', 'a proof for another host', (token) =>
    makeProof(owner, token, { claims: { htu: 'https://evil.example/api/v2.0/me' } }),
  ),
  stolen('proof-for-other-request', 'a proof for reading, used for writing', (token) =>
    makeProof(owner, token, { claims: { htm: 'GET' } }),
  ),
  stolen('proof-invalid', 'an old proof, used again', (token) =>
    makeProof(owner, token, { claims: { iat: issuedAt - 3600 } }),
  ),
  stolen('proof-invalid', 'a proof made in advance', (token) =>
    makeProof(owner, token, { claims: { iat: issuedAt + 3600 } }),
  ),
  stolen('proof-invalid', 'a proof for any token', (token) =>
    makeProof(owner, token, { claims: { ath: undefined } }),
  ),
  stolen('proof-invalid', 'a proof without an id', (token) =>
    makeProof(owner, token, { claims: { jti: undefined } }),
  ),
  stolen('proof-invalid', 'the owner’s key, signed by the thief’s', (token) =>
    makeProof({ ...thief, jwk: owner.jwk }, token),
  ),
  stolen('proof-invalid', 'an altered proof under its old signature', (token) => {
    const [head, , signature] = makeProof(owner, 'another.token.text').split('.');
    const [, body] = makeProof(owner, token).split('.');
    return `${head}.${body}.${signature}`;
  }),
  stolen('proof-invalid', 'a proof without a signature', (token) => unsigned(token, {}, '')),
  stolen('proof-invalid', 'a proof that keeps its algorithm and has no signature', (token) =>
    unsigned(token, { alg: 'ES256' }, ''),
  ),
  stolen('proof-invalid', 'a proof sealed with the public key as a secret', (token) => {
    const bare = unsigned(token, { alg: 'HS256' }, '').slice(0, -1);
    const seal = createHmac('sha256', JSON.stringify(owner.jwk)).update(bare).digest('base64url');
    return `${bare}.${seal}`;
  }),
  stolen('proof-invalid', 'a proof that brings its private key', (token) =>
    makeProof(thief, token, { header: { jwk: thief.privateKey.export({ format: 'jwk' }) } }),
  ),
  stolen('proof-invalid', 'another kind of token as proof', (token) =>
    makeProof(owner, token, { header: { typ: 'JWT' } }),
  ),
  stolen('proof-invalid', 'a genuine proof and one more', (token) => [
    makeProof(owner, token),
    makeProof(thief, token),
  ]),
  stolen('proof-invalid', 'a genuine proof and one more in one header', (token) =>
    [makeProof(owner, token), makeProof(thief, token)].join(', '),
  ),
  stolen('proof-invalid', 'a claim twice', (token) =>
    signProof(
      owner,
      JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: owner.jwk }),
      `{"jti":"x","htm":"POST","htu":"${resourceUrl}","iat":${issuedAt},"ath":"x","ath":"${hash(token)}"}`,
    ),
  ),
  stolen('proof-invalid', 'no proof but some text', () => 'x'),
];
