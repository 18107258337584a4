import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import type { LabKey } from './certificates.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Signs claims as Entra does for version 1 tokens: `typ`, `x5t` and `kid` in the header. */
export function signAs(key: LabKey, claims: Claims, header: Claims = {}): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: key.kid, kid: key.kid, ...header })
    .sign(key.privateKey);
}

/** The claims of a token, with changes. */
export const changeClaims = (token: string, changes: Claims): Claims => ({
  ...decodeJwt(token),
  ...changes,
});

/** The same token with other claims under its old signature. */
export function replacePayload(token: string, changes: Claims): string {
  const [header, , signature] = token.split('.');
  return `${header}.${encode(JSON.stringify(changeClaims(token, changes)))}.${signature}`;
}

/** The same claims under algorithm `none` and without a signature. */
export function stripSignature(token: string): string {
  const header = { ...decodeProtectedHeader(token), alg: 'none' };
  return `${encode(JSON.stringify(header))}.${token.split('.')[1]}.`;
}

/** The form of Microsoft Graph: a nonce in the header, and a signature over the header with the nonce's SHA-256. */
export async function signWithHeaderNonce(key: LabKey, claims: Claims): Promise<string> {
  const nonce = randomBytes(32).toString('base64url');
  const hashed = createHash('sha256').update(nonce).digest('base64url');
  const [header = '', payload, signature] = (await signAs(key, claims, { nonce: hashed })).split(
    '.',
  );
  const sent = Buffer.from(header, 'base64url').toString().replace(hashed, nonce);
  return `${encode(sent)}.${payload}.${signature}`;
}

const encode = (text: string) => Buffer.from(text).toString('base64url');
