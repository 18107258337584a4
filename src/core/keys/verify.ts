import { compactVerify, errors, importJWK } from 'jose';
import type { SignatureFacts } from '../facts.ts';
import type { Issuer } from '../issuers/issuer.ts';
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import { readMember } from '../token/claims.ts';
import { buildNonceHeader } from '../token/header-nonce.ts';
import type { UnverifiedToken } from '../token/token.ts';
import type { PublicJwk, PublishedKey } from './key.ts';
import { isSmallRsa, verifySmallRsa } from './verify-small-rsa.ts';

type ImportedKey = Awaited<ReturnType<typeof importJWK>>;

/** Imported keys by the frozen key object of the parsed document, so that each is imported once per document and algorithm. */
const imported = new WeakMap<PublishedKey, Map<string, Promise<ImportedKey | null>>>();

/**
 * Checks a token's signature with one key (RFC 7515 section 5.2). The algorithm must stand in the issuer's list and fit
 * the key (RFC 8725 sections 3.1 and 3.2). For issuers that sign header nonces, the nonce form is tried first, then the
 * plain one. No library error leaves this file, because such errors carry token content.
 */
export async function verifySignature(
  token: UnverifiedToken,
  key: PublishedKey,
  issuer: Issuer,
): Promise<SignatureFacts> {
  const { alg } = token.members;
  if (alg === null || !issuer.algorithms.includes(alg)) {
    return { kind: 'not-checked', reason: 'algorithm' };
  }
  const hasExtension = ['crit', 'b64'].some((name) => readMember(token.header, name) !== undefined);
  if (alg === 'RS256' && !hasExtension && isSmallRsa(key.jwk)) return verifyBySmallKey(token, key);
  const usable = await importKey(key, alg);
  if (usable === null) return { kind: 'not-checked', reason: 'key-unusable' };
  const { header, claims, signature } = token.segments;
  const canonical = canonicalSignature(signature);
  if (canonical === null) return { kind: 'failed' };
  const nonceHeader = issuer.headerNonce ? await buildNonceHeader(token) : null;
  if (nonceHeader !== null) {
    const nonceForm = await check(nonceHeader, claims, canonical, usable, alg);
    if (nonceForm === 'fits') return { kind: 'verified', form: 'header-nonce' };
  }
  const plain = await check(header, claims, canonical, usable, alg);
  if (plain === 'fits') return { kind: 'verified', form: 'plain' };
  return plain === 'differs' ? { kind: 'failed' } : { kind: 'not-checked', reason: 'key-unusable' };
}

/**
 * Checks a signature with a key that its own header names: that whoever made it holds that key, and no more. `not-checked`: the key
 * or the algorithm is none that can be used here.
 */
export async function verifyWithKey(
  { segments: { header, claims, signature } }: UnverifiedToken,
  jwk: PublicJwk,
  alg: string,
): Promise<'verified' | 'failed' | 'not-checked'> {
  const usable = await importJWK({ ...jwk }, alg).catch(() => null);
  const canonical = canonicalSignature(signature);
  if (usable === null) return 'not-checked';
  const checked = canonical && (await check(header, claims, canonical, usable, alg));
  if (checked === 'unsupported') return 'not-checked';
  return checked === 'fits' ? 'verified' : 'failed';
}

async function verifyBySmallKey(
  token: UnverifiedToken,
  key: PublishedKey,
): Promise<SignatureFacts> {
  const { header, claims, signature } = token.segments;
  const fits = await verifySmallRsa(`${header}.${claims}`, signature, key.jwk);
  if (fits === null) return { kind: 'not-checked', reason: 'key-unusable' };
  return fits ? { kind: 'verified', form: 'plain' } : { kind: 'failed' };
}

/** Padding and spare bits are reported by the decoder; they must not decide whether the bytes are a signature. */
function canonicalSignature(segment: string): string | null {
  const decoded = decodeBase64url(segment);
  return decoded.ok ? encodeBase64url(decoded.value.bytes) : null;
}

function importKey(key: PublishedKey, alg: string): Promise<ImportedKey | null> {
  const known = imported.get(key) ?? new Map<string, Promise<ImportedKey | null>>();
  imported.set(key, known);
  const pending = known.get(alg) ?? importJWK({ ...key.jwk }, alg).catch(() => null);
  known.set(alg, pending);
  return pending;
}

type Check = 'fits' | 'differs' | 'unsupported';

async function check(
  header: string,
  claims: string,
  signature: string,
  key: ImportedKey,
  alg: string,
): Promise<Check> {
  try {
    await compactVerify(`${header}.${claims}.${signature}`, key, { algorithms: [alg] });
    return 'fits';
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'differs';
    // Unknown critical members (RFC 7515 section 4.1.11), keys below the sizes of RFC 7518, keys of another kind.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'unsupported';
    throw new Error('signature check failed for an unexpected reason');
  }
}
