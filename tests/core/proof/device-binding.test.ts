import { describe, expect, test } from 'vitest';
import {
  checkDeviceBinding,
  maxHeaders,
  readDeviceBinding,
} from '../../../src/core/proof/device-binding.ts';
import { maxProofLength } from '../../../src/core/proof/read-proof.ts';
import { createProofKey, type ProofKey, signProof } from '../../support/proofs.ts';
import type { Claims } from '../../support/tokens.ts';

const key = createProofKey();
const other = createProofKey();

/** An answer as a browser writes it; undefined leaves a member out. */
const answer = (header: Claims = {}, claims: Claims = {}, by: ProofKey = key): string =>
  signProof(
    by,
    JSON.stringify({ alg: by.alg, typ: 'dbsc+jwt', jwk: by.jwk, ...header }),
    JSON.stringify({ jti: 'challenge', ...claims }),
  );
const check = (response: string, isNamed = false) =>
  checkDeviceBinding({ responses: [response], isNamed });

describe('headers of a request', () => {
  test('with an answer, and with the session’s name, in any case and under older names', () => {
    expect(
      readDeviceBinding([
        { name: 'SECURE-session-response', value: '"a.b.c"' },
        { name: 'Sec-Secure-Session-Id', value: '"id"' },
        { name: 'cookie', value: 'x' },
      ]),
    ).toEqual({ responses: ['"a.b.c"'], isNamed: true });
    expect(
      readDeviceBinding([
        { name: 'Sec-Session-Response', value: 'a.b.c' },
        { name: 'sec-session-id', value: 'id' },
      ]),
    ).toEqual({ responses: ['a.b.c'], isNamed: true });
  });
  test('without either say nothing', () => {
    expect(readDeviceBinding([])).toBeNull();
    expect(readDeviceBinding([{ name: 'Secure-Session', value: 'x' }])).toBeNull();
  });
  test('as many as are looked at, and one more', () => {
    const fillers = (count: number) =>
      Array.from({ length: count }, () => ({ name: 'x', value: '' }));
    const named = { name: 'Sec-Secure-Session-Id', value: 'x' };
    expect(readDeviceBinding([...fillers(maxHeaders - 1), named])).not.toBeNull();
    expect(readDeviceBinding([...fillers(maxHeaders), named])).toBeNull();
  });
});

describe('an answer to a server’s challenge', () => {
  test.each(['ES256', 'RS256'] as const)('at registration, by %s', async (alg) => {
    const facts = await check(answer({}, {}, createProofKey(alg)));
    expect(facts).toEqual({ kind: 'answered', signature: 'verified', isNamed: false });
    expect(Object.isFrozen(facts)).toBe(true);
  });
  test('in quotes, as structured fields have it', async () => {
    expect(await check(`"${answer()}"`)).toMatchObject({ signature: 'verified' });
  });
  test('later, when the server alone knows the key', async () => {
    expect(await check(answer({ jwk: undefined }), true)).toEqual({
      kind: 'answered',
      signature: 'unseen',
      isNamed: true,
    });
  });
  test('by another key than it brings, or changed', async () => {
    expect(await check(answer({ jwk: other.jwk }))).toMatchObject({ signature: 'failed' });
    const [head, , signature] = answer().split('.');
    const [, claims] = answer({}, { jti: 'other' }).split('.');
    expect(await check(`${head}.${claims}.${signature}`)).toMatchObject({ signature: 'failed' });
  });
  test('of a browser that has no place for keys', async () => {
    expect(await check(answer({ alg: 'none', jwk: undefined }))).toEqual({ kind: 'none' });
  });
  test('that did not come', async () => {
    expect(await checkDeviceBinding({ responses: [], isNamed: true })).toEqual({ kind: 'none' });
  });
});

describe('no answer', () => {
  test.each([
    ['two', 'several', [answer(), answer()]],
    ['an empty text', 'malformed', ['']],
    ['no token', 'malformed', ['"x"']],
    ['padding', 'malformed', [`${answer()}==`]],
    ['another kind', 'kind', [answer({ typ: 'JWT' })]],
    ['no algorithm but a key', 'algorithm-without-key', [answer({ alg: 'none' })]],
    ['another algorithm', 'algorithm-without-key', [answer({ alg: 'HS256' })]],
    ['no challenge', 'claims-missing', [answer({}, { jti: 1 })]],
    ['a private key', 'key-private', [answer({ jwk: key.privateKey.export({ format: 'jwk' }) })]],
    ['a key that is none', 'key-missing', [answer({ jwk: 'x' })]],
  ])('%s', async (_, fault, responses) => {
    expect(await checkDeviceBinding({ responses, isNamed: true })).toEqual({
      kind: 'faulty',
      fault,
    });
  });
  test('one past the bound', async () => {
    expect(await check('e'.repeat(maxProofLength + 1))).toEqual({
      kind: 'faulty',
      fault: 'too-long',
    });
  });
});
