// The certificate library needs it before its own first line.
import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(crypto);

const signingAlgorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** A throw-away certificate for the lab's server, by an authority of its own that no browser knows. */
export interface ServerCertificate {
  /** The server's certificate and its authority's, PEM. */
  readonly cert: string;
  readonly key: string;
  /** The authority's certificate alone, PEM. */
  readonly authority: string;
  /** SHA-256 of the public key, base64: Chromium accepts exactly this key and no other unknown one. */
  readonly spkiHash: string;
}

/** As the browsers show it. */
export const authorityName = 'CN=Countersign lab authority';

const generateKeys = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);

export async function createServerCertificate(
  hosts: readonly string[],
): Promise<ServerCertificate> {
  const [keys, authorityKeys] = await Promise.all([generateKeys(), generateKeys()]);
  const validity = {
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 7 * 86_400_000),
  };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: authorityName,
    ...validity,
    keys: authorityKeys,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    // Browsers refuse two certificates of one authority with the same number.
    serialNumber: randomBytes(8).toString('hex').replace(/^./, '1'),
    subject: 'CN=Countersign lab',
    issuer: authorityName,
    ...validity,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((value) => ({ type: 'dns' as const, value })),
      ),
    ],
  });
  const privateKey = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    cert: `${certificate.toString('pem')}\n${authority.toString('pem')}`,
    authority: authority.toString('pem'),
    key: x509.PemConverter.encode(privateKey, 'PRIVATE KEY'),
    spkiHash: createHash('sha256')
      .update(Buffer.from(certificate.publicKey.rawData))
      .digest('base64'),
  };
}

/** A key that signs tokens, with the entry that the real key documents would have for it. */
export interface LabKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly privateJwk: JsonWebKey;
  /** `kty`, `use`, `kid`, `x5t`, `n`, `e` and `x5c`, as Entra publishes them; no `alg`. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/** Entra's certificates are self-signed and valid for exactly five years; `kid` is their SHA-1. */
export async function createLabKey(commonName: string): Promise<LabKey> {
  const keys = await generateKeys();
  const notBefore = new Date(Date.now() - 20 * 86_400_000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + 5);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: `CN=${commonName}`,
    notBefore,
    notAfter,
    keys,
    signingAlgorithm,
  });
  const der = Buffer.from(certificate.rawData);
  const kid = createHash('sha1').update(der).digest('base64url');
  const { n, e } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return {
    kid,
    privateKey: keys.privateKey,
    privateJwk: await crypto.subtle.exportKey('jwk', keys.privateKey),
    entry: { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, x5c: [der.toString('base64')] },
  };
}
