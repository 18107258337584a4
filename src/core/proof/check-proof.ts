import { thumbprintOf } from '../keys/thumbprint.ts';
import { verifyWithKey } from '../keys/verify.ts';
import type { UseContext } from '../sighting.ts';
import { readMember, readText } from '../token/claims.ts';
import { hashText } from '../token/digest.ts';
import type { JsonObject, UnverifiedToken } from '../token/token.ts';
import { normalizeAddress } from './address.ts';
import { type Agreement, noProof, type ProofFacts } from './proof.ts';
import { readProof } from './read-proof.ts';
import { checkSignedRequest } from './signed-request.ts';

/** The thumbprint of the key that a token is bound to (`cnf.jkt`, RFC 9449 section 6.1); null when it names none. */
export function readBoundKey(claims: JsonObject): string | null {
  const cnf = readMember(claims, 'cnf');
  return typeof cnf === 'object' && cnf !== null && !isList(cnf) ? readText(cnf, 'jkt') : null;
}

/**
 * Checks the proof that came with a token by RFC 9449 section 4.3, or the signed request that carried it. Where the token was not presented for one and is bound to no
 * key, a proof beside it means nothing. Costs a signature check and two hashes, and only where there is a proof.
 * @param credential the token's text exactly as sent
 */
export async function checkProof(
  { claims }: UnverifiedToken,
  credential: string,
  context: UseContext,
): Promise<ProofFacts> {
  const { presentedAs, proofs, method, url, sentAtMs } = context;
  const [first] = proofs;
  if (first === undefined) return noProof;
  if (presentedAs === 'pop') return checkSignedRequest(claims, credential, first, context);
  const boundKey = readBoundKey(claims);
  if (presentedAs !== 'dpop' && boundKey === null) return noProof;
  const read = readProof(proofs);
  if (!read.ok) return Object.freeze({ kind: 'faulty', fault: read.code });
  const { token, alg, jwk, htm, htu, ath, issuedAtSeconds, hasNonce } = read.value;
  const address = url === null ? null : normalizeAddress(url);
  return Object.freeze({
    kind: 'read',
    signature: await verifyWithKey(token, jwk, alg),
    method: compare(htm, method),
    address: compare(normalizeAddress(htu), address),
    token: ath === hashText(credential) ? 'same' : 'other',
    key: compare(thumbprintOf(jwk), boundKey),
    ageSeconds: sentAtMs === null ? null : sentAtMs / 1000 - issuedAtSeconds,
    hasNonce,
  });
}

const compare = (stated: string | null, actual: string | null): Agreement => {
  if (actual === null) return 'unknown';
  return stated === actual ? 'same' : 'other';
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
