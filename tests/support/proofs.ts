import {
  createHash,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';
import { type Claims, encodeSegment, issuedAt } from './tokens.ts';

export interface ProofKey {
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly jwk: JsonWebKey;
  /** RFC 7638. */
  readonly thumbprint: string;
}

export const resourceUrl = 'https://outlook.office.com/api/v2.0/me?select=x#y';

/** A fresh key of a browser that makes proofs. */
export function createProofKey(alg: 'ES256' | 'RS256' | 'EdDSA' = 'ES256'): ProofKey {
  const { privateKey, publicKey } = pairOf(alg);
  const jwk = publicKey.export({ format: 'jwk' });
  const { crv, e, kty, n, x, y } = jwk;
  const thumbprint = hash(JSON.stringify({ crv, e, kty, n, x, y }));
  return { alg, privateKey, jwk, thumbprint };
}

function pairOf(alg: string) {
  if (alg === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return alg === 'EdDSA'
    ? generateKeyPairSync('ed25519')
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A proof (RFC 9449 section 4.2) for a token sent to `resourceUrl` by POST a second ago; undefined leaves a member out. */
export function makeProof(
  key: ProofKey,
  token: string,
  { header = {}, claims = {} }: { readonly header?: Claims; readonly claims?: Claims } = {},
): string {
  const head = { typ: 'dpop+jwt', alg: key.alg, jwk: key.jwk, ...header };
  const body = {
    jti: 'e1j3V_bKic8-LAEB',
    htm: 'POST',
    htu: 'https://outlook.office.com/api/v2.0/me',
    iat: issuedAt + 59,
    ath: hash(token),
    ...claims,
  };
  return signProof(key, JSON.stringify(head), JSON.stringify(body));
}

/** A proof with exactly these texts. */
export function signProof({ alg, privateKey }: ProofKey, header: string, claims: string): string {
  const signed = `${encodeSegment(header)}.${encodeSegment(claims)}`;
  const bytes = signBytes(alg === 'EdDSA' ? null : 'sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${signed}.${bytes.toString('base64url')}`;
}
