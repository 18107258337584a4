import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import { checkProof } from '../../../src/core/proof/check-proof.ts';
import { tokenOf } from '../../support/facts.ts';
import { createProofKey, resourceUrl, signProof } from '../../support/proofs.ts';
import { type Claims, issuedAt } from '../../support/tokens.ts';

const key = createProofKey('RS256');
const other = createProofKey('RS256');
const credential = 'the.token.text';
const bound = (cnf: unknown = { kid: key.thumbprint }) =>
  tokenOf('{"alg":"RS256"}', JSON.stringify({ cnf }));

/** As MSAL.js writes it: the path in small letters with a slash at its end. */
const make = (claims: Claims = {}, header: Claims = {}, by = key): string =>
  signProof(
    by,
    JSON.stringify({ alg: by.alg, kid: 'eyJraWQiOiJ4In0', typ: 'pop', ...header }),
    JSON.stringify({
      at: credential,
      ts: issuedAt + 59,
      m: 'POST',
      u: 'outlook.office.com',
      nonce: 'a-guid',
      p: '/api/v2.0/me/',
      q: [[], 'select=x'],
      cnf: { jwk: by.jwk },
      ...claims,
    }),
  );
const check = (text: string, context: Partial<UseContext> = {}, token = bound()) =>
  checkProof(token, credential, {
    ...noContext,
    presentedAs: 'pop',
    method: 'POST',
    url: resourceUrl,
    sentAtMs: (issuedAt + 60) * 1000,
    proofs: [text],
    ...context,
  });
const sound = {
  kind: 'read',
  signature: 'verified',
  method: 'same',
  address: 'same',
  token: 'same',
  key: 'same',
  ageSeconds: 1,
  hasNonce: true,
};

describe('a sound signed request', () => {
  test('belongs to its token and its request', async () => {
    const facts = await check(make());
    expect(facts).toEqual(sound);
    expect(Object.isFrozen(facts)).toBe(true);
  });
  test('may be signed by a key on a curve', async () => {
    const curve = createProofKey('ES256');
    const facts = await check(make({}, {}, curve), {}, bound({ kid: curve.thumbprint }));
    expect(facts).toEqual(sound);
  });
  test('may be for a path in other letters than were asked for', async () => {
    const url = 'https://outlook.office.com/API/v2.0/Me';
    expect(await check(make(), { url })).toMatchObject({ address: 'same' });
  });
  test('names its request only as far as the page did', async () => {
    const bare = make({ m: undefined, u: undefined, p: undefined });
    expect(await check(bare)).toMatchObject({ method: 'unknown', address: 'unknown' });
    expect(await check(make({ p: undefined }))).toMatchObject({ address: 'same' });
  });
  test('is known by either name of the key', async () => {
    expect(await check(make(), {}, bound({ jkt: key.thumbprint }))).toEqual(sound);
    expect(await check(make(), {}, bound({}))).toMatchObject({ key: 'unknown' });
  });
});

describe('what does not belong to it', () => {
  test.each([
    ['another method', make({ m: 'GET' }), { method: 'other' }],
    ['another host', make({ u: 'evil.example' }), { address: 'other' }],
    ['another path', make({ p: '/api/v2.0/you/' }), { address: 'other' }],
    ['a host that is none', make({ u: 'a b' }), { address: 'other' }],
    ['a user before the host', make({ u: 'x@outlook.office.com' }), { address: 'other' }],
    ['another token', make({ at: 'another' }), { token: 'other' }],
    ['another key', make({}, {}, other), { key: 'other', signature: 'verified' }],
    [
      'the owner’s key, signed by another',
      make({ cnf: { jwk: key.jwk } }, {}, other),
      { signature: 'failed' },
    ],
    ['no signature', make().replace(/[^.]+$/, ''), { signature: 'failed' }],
    [
      'a method of signing that nobody knows',
      make({}, { alg: 'XS1' }),
      { signature: 'not-checked' },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await check(text)).toMatchObject({ kind: 'read', ...expected });
  });
});

describe('no signed request', () => {
  const privateKey = key.privateKey.export({ format: 'jwk' });
  test.each([
    ['some text', 'malformed', 'x'],
    ['padding', 'malformed', `${make()}==`],
    ['none', 'algorithm-without-key', make({}, { alg: 'none' })],
    ['a shared secret', 'algorithm-without-key', make({}, { alg: 'HS256' })],
    ['no algorithm', 'algorithm-without-key', make({}, { alg: undefined })],
    ['no key', 'key-missing', make({ cnf: undefined })],
    ['a list for a key', 'key-missing', make({ cnf: { jwk: [] } })],
    ['a key of an unknown kind', 'key-missing', make({ cnf: { jwk: { kty: 'X' } } })],
    ['a private key', 'key-private', make({ cnf: { jwk: privateKey } })],
    ['no time', 'claims-missing', make({ ts: '1' })],
  ])('%s', async (_, fault, text) => {
    expect(await check(text)).toEqual({ kind: 'faulty', fault });
  });
});
