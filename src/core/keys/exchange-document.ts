import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import { readMember, readText } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import { readCertified } from './certificate.ts';
import type { PublishedKey } from './key.ts';
import { thumbprintOf } from './thumbprint.ts';

/**
 * Reads one entry of a key document in Exchange's own form: `usage`, `keyinfo.x5t`, and the certificate in `keyvalue.value`
 * (https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/validate-an-identity-token, read 2026-11-24). Tokens name the key by
 * the certificate's SHA-1, in `kid` as upper-case hexadecimal and in `x5t` as base64url. Null for entries that cannot be used,
 * among them one whose stated name is not that of its certificate.
 */
export async function parseExchangeKey(entry: JsonObject): Promise<PublishedKey | null> {
  const info = readMember(entry, 'keyinfo');
  const value = readMember(entry, 'keyvalue');
  if (!isObject(info) || !isObject(value)) return null;
  const usage = readText(entry, 'usage');
  if (usage !== null && usage.toLowerCase() !== 'signing') return null;
  const text = readText(value, 'value');
  if (text === null || readText(value, 'type')?.toLowerCase() !== 'x509certificate') return null;
  const certified = await readCertified(text);
  const stated = decodeBase64url(readText(info, 'x5t') ?? '');
  if (certified === null || certified.key === null || !stated.ok) return null;
  const { certificate, key } = certified;
  if (encodeBase64url(stated.value.bytes) !== certificate.sha1) return null;
  return Object.freeze({
    jwk: key,
    kid: toHex(stated.value.bytes),
    x5t: certificate.sha1,
    alg: null,
    owner: null,
    cloudInstance: null,
    certificate,
    certifiesOther: false,
    thumbprint: thumbprintOf(key),
  });
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
