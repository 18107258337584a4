import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

const rsa = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface MadeCertificate {
  readonly der: Buffer;
  readonly keys: CryptoKeyPair;
  /** SHA-1 of the certificate. */
  readonly hash: Buffer;
}

/** A self-signed certificate of a fresh key, as identity services publish them. */
export async function makeCertificate({
  bits = 2048,
  isElliptic = false,
  notBefore = '2016-04-05T14:43:35Z',
  notAfter = '2021-04-04T14:43:35Z',
  name = 'CN=test',
} = {}): Promise<MadeCertificate> {
  const signingAlgorithm = isElliptic ? ec : rsa(bits);
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    signingAlgorithm,
    keys,
  });
  const der = Buffer.from(certificate.rawData);
  return { der, keys, hash: createHash('sha1').update(der).digest() };
}

/** In the textual form of RFC 7468. */
export const pemOf = ({ der }: MadeCertificate): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

/** Its entry in a key document as Exchange writes them. */
export const exchangeEntryOf = ({ der, hash }: MadeCertificate) => ({
  usage: 'signing',
  keyinfo: { x5t: hash.toString('base64url') },
  keyvalue: { type: 'x509Certificate', value: der.toString('base64') },
});
