import { X509Certificate } from 'node:crypto';

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
