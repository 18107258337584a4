import { decodeBase64url } from '../token/base64url.ts';
import type { PublicJwk } from './key.ts';
import { describeRsa } from './rsa.ts';

/** Smallest modulus whose signatures are looked at, bits: what Yahoo publishes. */
export const minBits = 1024;

/** Whether a key is RSA below the 2,048 bits that RFC 7518 section 3.3 asks for, and still of a size that an issuer uses. */
export function isSmallRsa(jwk: PublicJwk): boolean {
  const rsa = describeRsa(jwk);
  return rsa !== null && rsa.bits >= minBits && rsa.bits < 2048;
}

/**
 * RS256 (RFC 7518 section 3.3) with a key that libraries refuse for its size. That a weak issuer's signature fits is worth
 * knowing; that its key is weak is another rule's finding. Null when the browser cannot use the key.
 */
export async function verifySmallRsa(
  signed: string,
  signature: string,
  { kty, n, e }: PublicJwk,
): Promise<boolean | null> {
  const bytes = decodeBase64url(signature);
  if (!bytes.ok || n === undefined || e === undefined) return null;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, n, e }, algorithm, false, ['verify']);
    const content = new TextEncoder().encode(signed);
    return await crypto.subtle.verify(algorithm, key, new Uint8Array(bytes.value.bytes), content);
  } catch {
    return null;
  }
}
