import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { ProofForgery } from '../doors.ts';

interface DpopKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

const encode = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/**
 * Sends a token that is bound to a key, with the proof that it asks for (RFC 9449 sections 4.2 and 7.1).
 * @param forgery what is wrong with the proof; null: nothing
 */
export async function fetchWithProof(
  token: string,
  url: string,
  forgery: ProofForgery | null,
): Promise<void> {
  const key = forgery === 'other-key' ? await createKey() : await fetchKey();
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const proof = await new SignJWT({
    jti: crypto.randomUUID(),
    htm: 'GET',
    htu: forgery === 'other-request' ? 'https://elsewhere.example/mail' : url,
    ath: encode(hash),
  })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.publicJwk })
    .setIssuedAt()
    .sign(await importJWK(key.privateJwk, 'ES256'));
  const headers = { authorization: `DPoP ${token}`, dpop: proof };
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`the mail service answered ${response.status}`);
}

/** The key that the lab's tokens are bound to. */
async function fetchKey(): Promise<DpopKey> {
  return (await fetch('/lab/dpop-key')).json();
}

async function createKey(): Promise<DpopKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateJwk: await exportJWK(privateKey), publicJwk: await exportJWK(publicKey) };
}
