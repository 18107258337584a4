import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import { checkProof } from '../../../src/core/proof/check-proof.ts';
import { maxProofLength } from '../../../src/core/proof/read-proof.ts';
import { tokenOf } from '../../support/facts.ts';
import {
  createProofKey,
  hash,
  makeProof,
  type ProofKey,
  resourceUrl,
  signProof,
} from '../../support/proofs.ts';
import { type Claims, issuedAt } from '../../support/tokens.ts';

const key = createProofKey();
const other = createProofKey();
const credential = 'the.token.text';
const bound = (thumbprint: unknown = key.thumbprint) =>
  tokenOf('{"alg":"RS256"}', JSON.stringify({ cnf: { jkt: thumbprint } }));

const check = (proofs: readonly string[], context: Partial<UseContext> = {}, token = bound()) =>
  checkProof(token, credential, {
    ...noContext,
    presentedAs: 'dpop',
    method: 'POST',
    url: resourceUrl,
    sentAtMs: (issuedAt + 60) * 1000,
    proofs,
    ...context,
  });
const prove = (parts: { readonly header?: Claims; readonly claims?: Claims } = {}, by = key) =>
  makeProof(by, credential, parts);

const sound = {
  kind: 'read',
  signature: 'verified',
  method: 'same',
  address: 'same',
  token: 'same',
  key: 'same',
  ageSeconds: 1,
  hasNonce: false,
};

/** RFC 9449 sections 6.1 and 7.1: figures 12 and 13, in parts. */
const published = {
  token: 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
  thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I',
  proof: [
    'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19',
    'eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9',
    '2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA',
  ].join('.'),
};

describe('the proof that RFC 9449 prints', () => {
  const judge = (changes: Partial<UseContext> = {}, token = published.token) =>
    checkProof(bound(published.thumbprint), token, {
      ...noContext,
      presentedAs: 'dpop',
      method: 'GET',
      url: 'https://resource.example.org/protectedresource',
      sentAtMs: 1_562_262_618_000,
      proofs: [published.proof],
      ...changes,
    });
  test('belongs to the request and the token that it prints', async () => {
    expect(await judge()).toEqual({ ...sound, ageSeconds: 0 });
  });
  test('belongs to nothing else', async () => {
    expect(await judge({ method: 'POST' })).toMatchObject({ method: 'other' });
    expect(await judge({ url: 'https://resource.example.org/' })).toMatchObject({
      address: 'other',
    });
    expect(await judge({}, 'another')).toMatchObject({ token: 'other' });
  });
});

describe('a sound proof', () => {
  test.each(['ES256', 'RS256', 'EdDSA'] as const)('signed by %s', async (alg) => {
    const own = createProofKey(alg);
    expect(await check([prove({}, own)], {}, bound(own.thumbprint))).toEqual(sound);
  });
  test('is frozen and holds no text of the proof', async () => {
    const facts = await check([prove()]);
    expect(Object.isFrozen(facts)).toBe(true);
    expect(JSON.stringify(facts)).not.toContain('eyJ');
  });
  test('may answer a nonce, and have the long name of its kind', async () => {
    const proof = prove({ header: { typ: 'application/dpop+jwt' }, claims: { nonce: 'n' } });
    expect(await check([proof])).toEqual({ ...sound, hasNonce: true });
  });
  test('means nothing for a token that is bound to no key and was not presented for it', async () => {
    const plain = tokenOf('{"alg":"RS256"}', '{}');
    expect(await check([prove()], { presentedAs: 'bearer' }, plain)).toEqual({ kind: 'none' });
    expect(await check([prove()], { presentedAs: 'bearer' })).toEqual(sound);
    expect(await check([prove()], {}, plain)).toEqual({ ...sound, key: 'unknown' });
    expect(await check([])).toEqual({ kind: 'none' });
  });
  test('cannot be compared with a request that is not known', async () => {
    expect(await check([prove()], { method: null, url: null, sentAtMs: null })).toEqual({
      ...sound,
      method: 'unknown',
      address: 'unknown',
      ageSeconds: null,
    });
  });
});

describe('what does not belong to it', () => {
  test.each([
    ['another method', prove({ claims: { htm: 'GET' } }), { method: 'other' }],
    ['a method in small letters', prove({ claims: { htm: 'post' } }), { method: 'other' }],
    ['another address', prove({ claims: { htu: 'https://evil.example/' } }), { address: 'other' }],
    ['no address', prove({ claims: { htu: 'x' } }), { address: 'other' }],
    ['another token', prove({ claims: { ath: hash('x') } }), { token: 'other' }],
    [
      'a token’s hash, padded',
      prove({ claims: { ath: `${hash(credential)}=` } }),
      { token: 'other' },
    ],
    ['another key', prove({}, other), { key: 'other', signature: 'verified' }],
    ['a signature of another key', prove({ header: { jwk: other.jwk } }), { signature: 'failed' }],
    ['no signature', prove().replace(/[^.]+$/, ''), { signature: 'failed' }],
    ['a cut signature', prove().slice(0, -6), { signature: 'failed' }],
    ['an old time', prove({ claims: { iat: issuedAt - 540 } }), { ageSeconds: 600 }],
    ['a time to come', prove({ claims: { iat: issuedAt + 660 } }), { ageSeconds: -600 }],
    [
      'an algorithm that nobody knows',
      prove({ header: { alg: 'XS256' } }),
      { signature: 'not-checked' },
    ],
    [
      'an algorithm of other keys',
      prove({ header: { alg: 'RS256' } }),
      { signature: 'not-checked' },
    ],
  ])('%s', async (_, proof, expected) => {
    expect(await check([proof])).toMatchObject({ kind: 'read', ...expected });
  });
});

describe('no proof at all', () => {
  const faultOf = async (proofs: readonly string[]) => {
    const facts = await check(proofs);
    return facts.kind === 'faulty' ? facts.fault : facts.kind;
  };
  const privateKey = (by: ProofKey) => by.privateKey.export({ format: 'jwk' });
  const without = (name: string) => prove({ claims: { [name]: undefined } });
  test.each([
    ['two headers', 'several', [prove(), prove()]],
    ['two in one header', 'several', [`${prove()}, ${prove()}`]],
    ['an empty header', 'malformed', ['']],
    ['no token', 'malformed', ['x']],
    ['four segments', 'malformed', [`${prove()}.AA`]],
    ['padding', 'malformed', [`${prove()}==`]],
    ['a member twice', 'malformed', [signProof(key, '{"alg":"ES256","alg":"none"}', '{}')]],
    ['a claim twice', 'malformed', [signProof(key, '{"alg":"ES256"}', '{"a":1,"a":2}')]],
    ['no kind', 'kind', [prove({ header: { typ: undefined } })]],
    ['another kind', 'kind', [prove({ header: { typ: 'JWT' } })]],
    ['an extension', 'extension', [prove({ header: { crit: ['exp'] } })]],
    ['an unencoded payload', 'extension', [prove({ header: { b64: false } })]],
    ['no algorithm', 'algorithm-without-key', [prove({ header: { alg: undefined } })]],
    ['algorithm none', 'algorithm-without-key', [prove({ header: { alg: 'nOnE' } })]],
    ['a shared secret', 'algorithm-without-key', [prove({ header: { alg: 'HS256' } })]],
    ['no key', 'key-missing', [prove({ header: { jwk: undefined } })]],
    ['a key that is a list', 'key-missing', [prove({ header: { jwk: [key.jwk] } })]],
    ['a key of an unknown kind', 'key-missing', [prove({ header: { jwk: { kty: 'X' } } })]],
    ['a private key', 'key-private', [prove({ header: { jwk: privateKey(key) } })]],
    ['a secret as key', 'key-private', [prove({ header: { jwk: { kty: 'oct', k: 'AA' } } })]],
    ['no id', 'claims-missing', [without('jti')]],
    ['no method', 'claims-missing', [without('htm')]],
    ['no address', 'claims-missing', [without('htu')]],
    ['no time', 'claims-missing', [without('iat')]],
    ['no hash of the token', 'claims-missing', [without('ath')]],
    ['a time that is a text', 'claims-missing', [prove({ claims: { iat: '1' } })]],
    ['a method that is a list', 'claims-missing', [prove({ claims: { htm: ['POST'] } })]],
  ])('%s', async (_, fault, proofs) => {
    expect(await faultOf(proofs)).toBe(fault);
  });

  test('the longest that is read, and one past it', async () => {
    const sized = (length: number) => {
      const bare = prove({ claims: { p: '' } });
      const [head = '', body = '', signature = ''] = bare.split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
      const room = Math.floor(((length - head.length - signature.length - 2) * 3) / 4);
      claims.p = 'x'.repeat(room - JSON.stringify(claims).length);
      return makeProof(key, credential, { claims: { p: claims.p } });
    };
    expect(sized(maxProofLength).length).toBe(maxProofLength);
    expect(await check([sized(maxProofLength)])).toEqual(sound);
    expect(await faultOf([sized(maxProofLength + 2)])).toBe('too-long');
  });
  test.each([1, null, {}, ['x'], 'x'.repeat(30_000)])(
    'a bound key that is no thumbprint: %#',
    async (thumbprint) => {
      const facts = await check([prove()], {}, bound(thumbprint));
      expect(facts).toMatchObject({ key: typeof thumbprint === 'string' ? 'other' : 'unknown' });
    },
  );
});
