import { X509Certificate } from 'node:crypto';
import { memberOf, textOf } from './input/json.ts';
import { addressOfIssuer, ownerAt } from './key-address.ts';

/** Subject of the certificates of Google's identity tokens, in the document of version 1. */
const googleSubject = /(?:^|\n)CN=federated-signon\.system\.gserviceaccount\.com$/;
/** Most certificates of one file that are read. */
export const maxCertificates = 1_000;

/**
 * Google's oldest form, key ids with PEM certificates (RFC 7468 section 5), as a key set. Null for anything else, and for
 * certificates of others: service accounts publish theirs in the same form.
 */
export function readCertificates(value: unknown): { readonly keys: readonly unknown[] } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  if (entries.length === 0 || entries.length > maxCertificates) return null;
  const keys = entries.map(([kid, text]) => readCertificate(kid, text));
  return keys.includes(null) ? null : { keys };
}

function readCertificate(kid: string, text: unknown): unknown {
  if (typeof text !== 'string' || !text.startsWith('-----BEGIN CERTIFICATE-----')) return null;
  try {
    const certificate = new X509Certificate(text);
    if (!googleSubject.test(certificate.subject)) return null;
    return { ...certificate.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
  } catch {
    // No certificate after all.
    return null;
  }
}

/**
 * Adds what the address of a bare key set says about its keys, where they do not say it themselves: at a tenant's own address whom
 * they speak for, and in Google's the key id, which is the hexadecimal form of what libraries write as `x5t`.
 */
export function completeKeys(set: unknown, url: string): unknown {
  const keys = memberOf(set, 'keys');
  const owner = ownerAt(url);
  const isGoogle = url === addressOfIssuer('accounts.google.com');
  if (!Array.isArray(keys) || (owner === null && !isGoogle)) return set;
  const entries: readonly unknown[] = keys;
  return {
    keys: entries.map((entry) => {
      if (typeof entry !== 'object' || entry === null) return entry;
      const thumbprint = isGoogle ? (textOf(entry, 'kid') ?? textOf(entry, 'x5t')) : null;
      return {
        ...(owner === null ? {} : { issuer: owner }),
        ...entry,
        ...(base64urlSha1.test(thumbprint ?? '') ? { kid: toHex(thumbprint ?? '') } : {}),
      };
    }),
  };
}

const base64urlSha1 = /^[\w-]{27}$/;
const toHex = (text: string): string => Buffer.from(text, 'base64url').toString('hex');
