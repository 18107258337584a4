import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  type Directory,
  type Inspection,
  inspect,
  type KeyPort,
  type MemoryPort,
  noContext,
  type Policy,
  type Sighting,
} from '../../src/core/index.ts';

export const enterpriseTenant = '11111111-2222-4333-8444-555555555555';
export const otherTenant = '99999999-8888-4777-8666-555555555555';
export const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const enterpriseOwner = 'https://login.microsoftonline.com/{tenantid}/v2.0';
export const consumerOwner = `https://login.microsoftonline.com/${consumerTenant}/v2.0`;

/** 2026-11-24T12:00:00Z, the time at which test tokens are issued. */
export const issuedAt = 1_795_521_600;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** Entry of a key document as Microsoft writes it. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/** A fresh key whose document entry names `owner` (left out when undefined). */
export async function createSigningKey(owner?: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = createHash('sha1').update(randomBytes(16)).digest('base64url');
  const { n, e } = await exportJWK(publicKey);
  const entry = { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e };
  return { kid, privateKey, entry: owner === undefined ? entry : { ...entry, issuer: owner } };
}

export type Claims = Readonly<Record<string, unknown>>;

/** Claims of a genuine Entra v1 access token; `changes` with undefined leave a claim out. */
export function entraClaims(changes: Claims = {}): Claims {
  return withoutUndefined({
    aud: 'https://outlook.office.com',
    iss: `https://sts.windows.net/${enterpriseTenant}/`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + 4500,
    appid: '9199bf20-a13f-4107-85dc-02114787ef48',
    oid: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
    sub: 'pairwise-subject',
    tid: enterpriseTenant,
    upn: 'ada@contoso.example',
    uti: 'fqiBqXLPj0eQa82S-IYFAA',
    ver: '1.0',
    ...changes,
  });
}

/** Claims of a genuine identity token of a private Microsoft account. */
export function consumerClaims(changes: Claims = {}): Claims {
  return entraClaims({
    iss: consumerOwner,
    tid: consumerTenant,
    ver: '2.0',
    upn: undefined,
    preferred_username: 'ada@outlook.example',
    exp: issuedAt + 86_400,
    ...changes,
  });
}

/** Signs as Entra does; `header` adds to or replaces members, undefined leaves one out. */
export async function signToken(
  key: SigningKey,
  claims: Claims,
  header: Claims = {},
): Promise<string> {
  const members = withoutUndefined({ typ: 'JWT', x5t: key.kid, kid: key.kid, ...header });
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...members }).sign(key.privateKey);
}

/** Signs in the form of Microsoft Graph: the signature covers the header with the nonce's SHA-256 in its place. */
export async function signNonceToken(
  key: SigningKey,
  claims: Claims,
  nonce: string,
): Promise<string> {
  const hashed = createHash('sha256').update(nonce).digest('base64url');
  const signed = await signToken(key, claims, { nonce: hashed });
  const [header = '', payload = '', signature = ''] = signed.split('.');
  const sent = Buffer.from(header, 'base64url').toString().replace(hashed, nonce);
  return `${encodeSegment(sent)}.${payload}.${signature}`;
}

/** A token with these exact texts as header and payload and any signature. */
export function assembleToken(header: string, payload: string, signature = 'AAAA'): string {
  return `${encodeSegment(header)}.${encodeSegment(payload)}.${signature}`;
}

export const encodeSegment = (text: string): string => Buffer.from(text).toString('base64url');

/** Inspects a token as if Outlook's page had sent it one minute after it was issued. */
export function inspectToken(
  credential: string,
  keys: KeyPort,
  changes: Partial<Sighting> & {
    readonly nowMs?: number;
    readonly memory?: MemoryPort;
    readonly policy?: Policy;
    readonly directory?: Directory;
  } = {},
): Promise<Inspection> {
  const { nowMs = (issuedAt + 60) * 1000, memory, policy, directory, ...sighting } = changes;
  return inspect(
    {
      credential,
      source: 'request-header',
      seenAtMs: nowMs,
      host: 'outlook.office.com',
      documentHost: 'outlook.office.com',
      tabIds: [1],
      isPrivate: false,
      context: { ...noContext, presentedAs: 'bearer' },
      ...sighting,
    },
    {
      keys,
      nowMs,
      ...(memory && { memory }),
      ...(policy && { policy }),
      ...(directory && { directory }),
    },
  );
}

function withoutUndefined(members: Claims): Claims {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
