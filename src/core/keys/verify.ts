import { importJWK } from 'jose';
import type { SignatureFacts } from '../facts.ts';
import type { Issuer } from '../issuers/issuer.ts';
import { readMember } from '../token/claims.ts';
import { buildNonceHeader } from '../token/header-nonce.ts';
import type { JsonObject, UnverifiedToken } from '../token/token.ts';
import { findAlgorithm, type VerifyParameters } from './algorithms.ts';
import type { PublicJwk, PublishedKey } from './key.ts';
import { describeRsa } from './rsa.ts';

/**
 * Checks a token's signature with one key (RFC 7515 section 5.2). The algorithm must stand in the issuer's list and fit
 * the key (RFC 8725 sections 3.1 and 3.2). For issuers that sign header nonces, the nonce form is tried first, then the
 * plain one.
 */
export async function verifySignature(
  token: UnverifiedToken,
  { jwk }: PublishedKey,
  issuer: Pick<Issuer, 'algorithms' | 'headerNonce'>,
): Promise<SignatureFacts> {
  const { alg } = token.members;
  if (alg === null || !issuer.algorithms.includes(alg)) return notAllowed;
  if (!isUnderstood(token.header)) return notUsable;
  const { header, claims } = token.segments;
  const nonceHeader = issuer.headerNonce ? buildNonceHeader(token) : null;
  if (nonceHeader !== null) {
    const nonceForm = await check(jwk, alg, `${nonceHeader}.${claims}`, token.signatureBytes);
    if (nonceForm === 'fits') return { kind: 'verified', form: 'header-nonce' };
  }
  const plain = await check(jwk, alg, `${header}.${claims}`, token.signatureBytes);
  if (plain === 'fits') return { kind: 'verified', form: 'plain' };
  return plain === 'differs' ? { kind: 'failed' } : notUsable;
}

const notAllowed: SignatureFacts = Object.freeze({ kind: 'not-checked', reason: 'algorithm' });
const notUsable: SignatureFacts = Object.freeze({ kind: 'not-checked', reason: 'key-unusable' });

/**
 * Checks a signature with a key that its own header names: that whoever made it holds that key, and no more. `not-checked`: the key
 * or the algorithm is none that can be used here.
 */
export async function verifyWithKey(
  { segments: { header, claims }, signatureBytes }: UnverifiedToken,
  jwk: PublicJwk,
  alg: string,
): Promise<'verified' | 'failed' | 'not-checked'> {
  const checked = await check(jwk, alg, `${header}.${claims}`, signatureBytes);
  if (checked === 'unusable') return 'not-checked';
  return checked === 'fits' ? 'verified' : 'failed';
}

/**
 * Whether no extension is demanded whose meaning for the signature is not known (RFC 7515 section 4.1.11). `b64` (RFC 7797)
 * changes nothing here: in a compact token, what was signed is the payload as it stands, whatever it says.
 */
function isUnderstood(header: JsonObject): boolean {
  const crit = readMember(header, 'crit');
  if (crit === undefined) return true;
  return (
    Array.isArray(crit) &&
    crit.length > 0 &&
    crit.every((name) => name === 'b64') &&
    typeof readMember(header, 'b64') === 'boolean'
  );
}

type SignatureCheck = 'fits' | 'differs' | 'unusable';

const encoder = new TextEncoder();

/**
 * Whether a signature over a text was made with the private half of a key. The text and the bytes come from our own strict
 * decoder, so the browser's cryptography is asked at once: a library would decode both again, which takes longer than the
 * check itself.
 * @returns `unusable` when the key does not fit the algorithm, is too small for it, or the browser cannot do it
 */
async function check(
  jwk: PublicJwk,
  alg: string,
  signed: string,
  signature: Uint8Array<ArrayBuffer>,
): Promise<SignatureCheck> {
  const known = imported.get(jwk)?.get(alg);
  // Without waiting for what is known, the check runs in its own thread as soon as the caller has asked.
  const usable =
    known === undefined || known instanceof Promise ? await importKey(jwk, alg) : known;
  if (usable === null) return 'unusable';
  // No signature of another length is one (RFC 7518 section 3.4, RFC 8017 section 8.2.2); browsers differ in saying so.
  if (signature.length !== usable.signatureBytes) return 'differs';
  try {
    const { parameters, key } = usable;
    const bytes = encoder.encode(signed);
    return (await crypto.subtle.verify(parameters, key, signature, bytes)) ? 'fits' : 'differs';
  } catch {
    return 'unusable';
  }
}

interface UsableKey {
  readonly key: CryptoKey;
  readonly parameters: VerifyParameters;
  readonly signatureBytes: number;
}

type Imported = UsableKey | null;

/** By the frozen key object of the parsed document, so that each is imported once per document and algorithm. */
const imported = new WeakMap<PublicJwk, Map<string, Imported | Promise<Imported>>>();

async function importKey(jwk: PublicJwk, alg: string): Promise<Imported> {
  const ofKey = imported.get(jwk) ?? new Map<string, Imported | Promise<Imported>>();
  imported.set(jwk, ofKey);
  // A library's errors can carry what they are about, so they end here.
  const pending = ofKey.get(alg) ?? importAnew(jwk, alg).catch(() => null);
  ofKey.set(alg, pending);
  const usable = await pending;
  ofKey.set(alg, usable);
  return usable;
}

/** jose refuses what does not fit the algorithm: another type of key, another curve, missing members. */
async function importAnew(jwk: PublicJwk, alg: string): Promise<Imported> {
  const algorithm = findAlgorithm(alg);
  if (algorithm === null) return null;
  const { parameters, signatureBytes, minModulusBits } = algorithm;
  const key = await importJWK({ ...jwk }, alg);
  if (key instanceof Uint8Array) return null;
  if (signatureBytes !== 'modulus') return { key, parameters, signatureBytes };
  const bits = describeRsa(jwk)?.bits ?? 0;
  if (bits < minModulusBits) return null;
  return { key, parameters, signatureBytes: Math.ceil(bits / 8) };
}
