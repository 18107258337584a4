import type { UseContext } from '../../src/core/index.ts';
import { type createProofKey, makeProof, signProof } from '../support/proofs.ts';
import { issuedAt } from '../support/tokens.ts';
import { resign, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';
import { owner, thief, withProofs } from './proof-kinds.ts';

/** A request that carries the token, signed as Microsoft's libraries do it. */
const carry = (by: ReturnType<typeof createProofKey>, jwk: object, claims: object = {}) =>
  withProofs((token) =>
    signProof(
      by,
      JSON.stringify({ alg: by.alg, typ: 'pop' }),
      JSON.stringify({ at: token, ts: issuedAt + 59, m: 'POST', cnf: { jwk }, ...claims }),
    ),
  );
const inRequest =
  (make: ReturnType<typeof carry>) =>
  (token: string): Partial<UseContext> => ({ ...make(token), presentedAs: 'pop' });
const namedToken = (shop: Workshop): string =>
  resign(shop, shop.enterprise, {}, { cnf: { kid: owner.thumbprint, xms_ksl: 'sw' } });

/** How a token is used that a signed request carries. */
export const genuineRequest = { forge: namedToken, context: inRequest(carry(owner, owner.jwk)) };

const requests: readonly Kind[] = [
  {
    rule: 'proof-for-other-token',
    name: 'a signed request by the thief’s own key',
    forge: namedToken,
    context: inRequest(carry(thief, thief.jwk)),
  },
  {
    rule: 'proof-invalid',
    name: 'a signed request that names the owner’s key',
    forge: namedToken,
    context: inRequest(carry(thief, owner.jwk)),
  },
  {
    rule: 'proof-for-other-request',
    name: 'a signed request for reading, used for writing',
    forge: namedToken,
    context: inRequest(carry(owner, owner.jwk, { m: 'GET' })),
  },
  {
    rule: 'proof-for-other-request',
    name: 'a signed request to another host',
    forge: namedToken,
    context: inRequest(carry(owner, owner.jwk, { u: 'evil.example' })),
  },
  {
    rule: 'possession-unproven',
    name: 'a token that a signed request should carry, alone',
    forge: namedToken,
    context: { presentedAs: 'pop' },
  },
];

/** The browser's answer to the server of a session that is bound to the device, at registration. */
const answerOf = (by: ReturnType<typeof createProofKey>, jwk: object): string =>
  signProof(by, JSON.stringify({ alg: 'ES256', typ: 'dbsc+jwt', jwk }), '{"jti":"challenge"}');
const binding = (response: string): Partial<UseContext> => ({
  deviceBinding: { responses: [response], isNamed: true },
});

/** How a session is used whose binding the browser registers. */
export const genuineBinding = binding(answerOf(owner, owner.jwk));

const unbound: readonly Kind[] = [
  {
    rule: 'device-binding-broken',
    name: 'a binding to a key that did not answer',
    forge: (shop) => shop.token,
    context: binding(answerOf(thief, owner.jwk)),
  },
  {
    rule: 'device-binding-broken',
    name: 'a binding that brings its private key',
    forge: (shop) => shop.token,
    context: binding(answerOf(thief, thief.privateKey.export({ format: 'jwk' }))),
  },
  {
    rule: 'device-binding-broken',
    name: 'a proof for something else as binding',
    forge: (shop) => shop.token,
    context: binding(makeProof(owner, 'x')),
  },
];

/** Sessions that are bound by a signed request, or to the device, used by somebody who does not have the key. */
export const bindingKinds: readonly Kind[] = [...requests, ...unbound];
