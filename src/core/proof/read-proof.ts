import { readPublicJwk } from '../keys/document.ts';
import type { PublicJwk } from '../keys/key.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { readMember, readSeconds, readText } from '../token/claims.ts';
import { decodeCredential } from '../token/decode.ts';
import type { JsonObject, UnverifiedToken } from '../token/token.ts';
import type { ProofFault } from './proof.ts';

/** Longest proof that is read, characters; one with an RSA key of 4,096 bits has some 1,900. */
export const maxProofLength = 8_192;

/** What a proof says; nothing in it has been verified. */
export interface UnverifiedProof {
  readonly token: UnverifiedToken;
  readonly alg: string;
  readonly jwk: PublicJwk;
  /** RFC 9449 section 4.2. */
  readonly htm: string;
  readonly htu: string;
  readonly ath: string;
  readonly issuedAtSeconds: number;
  readonly hasNonce: boolean;
}

/** Members of private keys and shared secrets (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export const hasPrivateMembers = (jwk: JsonObject): boolean =>
  privateMembers.some((name) => readMember(jwk, name) !== undefined);

/** Whether an algorithm proves possession of no key pair: none at all, or a secret that both sides have. */
export const isWithoutKey = (alg: string): boolean => /^(?:none|hs\d*)$/i.test(alg);

/** Reads the values of `DPoP` headers that came with a token: exactly one proof of the right form (RFC 9449 section 4.3). */
export function readProof(values: readonly string[]): Result<UnverifiedProof, ProofFault> {
  const [text = ''] = values;
  // Browsers join several headers of one name with commas, which no proof has.
  if (values.length !== 1 || text.includes(',')) return refuse('several');
  if (text.length > maxProofLength) return refuse('too-long');
  const token = decodeCredential(text.trim());
  if (token.kind !== 'jws' || token.oddities.length > 0) return refuse('malformed');
  if (token.members.typ?.toLowerCase().replace(/^application\//, '') !== 'dpop+jwt') {
    return refuse('kind');
  }
  if (['crit', 'b64'].some((name) => readMember(token.header, name) !== undefined)) {
    return refuse('extension');
  }
  const { alg } = token.members;
  if (alg === null || isWithoutKey(alg)) return refuse('algorithm-without-key');
  const key = readProofKey(token.header);
  if (!key.ok) return key;
  const htm = readText(token.claims, 'htm');
  const htu = readText(token.claims, 'htu');
  const ath = readText(token.claims, 'ath');
  const issuedAtSeconds = readSeconds(token.claims, 'iat');
  const hasId = readText(token.claims, 'jti') !== null;
  if (htm === null || htu === null || ath === null || issuedAtSeconds === null || !hasId) {
    return refuse('claims-missing');
  }
  const hasNonce = readText(token.claims, 'nonce') !== null;
  return succeed({ token, alg, jwk: key.value, htm, htu, ath, issuedAtSeconds, hasNonce });
}

/** The public key in a proof's own header (RFC 7515 section 4.1.3). It proves possession of itself and vouches for nobody. */
export function readProofKey(header: JsonObject): Result<PublicJwk, ProofFault> {
  const jwk = readMember(header, 'jwk');
  if (typeof jwk !== 'object' || jwk === null || isList(jwk)) return refuse('key-missing');
  if (hasPrivateMembers(jwk)) return refuse('key-private');
  const key = readPublicJwk(jwk);
  return key === null ? refuse('key-missing') : succeed(key);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
