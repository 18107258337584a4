/** What W3C Web Cryptography is told about an algorithm when a signature is checked. */
export type VerifyParameters =
  | { readonly name: 'RSASSA-PKCS1-v1_5' }
  | { readonly name: 'RSA-PSS'; readonly saltLength: number }
  | { readonly name: 'ECDSA'; readonly hash: string }
  | { readonly name: 'Ed25519' };

export interface SignatureAlgorithm {
  readonly parameters: VerifyParameters;
  /** Bytes that a signature has; `modulus`: as many as the key's modulus (RFC 8017 sections 8.1.2 and 8.2.2). */
  readonly signatureBytes: number | 'modulus';
  /** Smallest modulus whose signatures are looked at, bits; 0 for other kinds of keys. */
  readonly minModulusBits: number;
}

const rsa = (parameters: VerifyParameters, minModulusBits = 2048): SignatureAlgorithm =>
  Object.freeze({ parameters, signatureBytes: 'modulus', minModulusBits });
const pkcs1 = { name: 'RSASSA-PKCS1-v1_5' } as const;
const pss = (saltLength: number) => rsa({ name: 'RSA-PSS', saltLength });
const other = (parameters: VerifyParameters, signatureBytes: number): SignatureAlgorithm =>
  Object.freeze({ parameters, signatureBytes, minModulusBits: 0 });
const ed25519 = other({ name: 'Ed25519' }, 64);

/**
 * RFC 7518 section 3.3 asks for 2,048 bits. Yahoo signs by RS256 with 1,024: that its signature fits is worth knowing; that
 * its key is weak is a rule's finding.
 */
export const minRs256Bits = 1024;

/**
 * Every algorithm whose signatures can be checked, by its name (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864
 * section 2.2). Those with a shared secret are not among them: nothing outside of the issuer could check them.
 */
const algorithms: Readonly<Record<string, SignatureAlgorithm>> = {
  RS256: rsa(pkcs1, minRs256Bits),
  RS384: rsa(pkcs1),
  RS512: rsa(pkcs1),
  PS256: pss(32),
  PS384: pss(48),
  PS512: pss(64),
  ES256: other({ name: 'ECDSA', hash: 'SHA-256' }, 64),
  ES384: other({ name: 'ECDSA', hash: 'SHA-384' }, 96),
  ES512: other({ name: 'ECDSA', hash: 'SHA-512' }, 132),
  EdDSA: ed25519,
  Ed25519: ed25519,
};

/** The algorithm of this exact name, or null. */
export function findAlgorithm(name: string): SignatureAlgorithm | null {
  return Object.hasOwn(algorithms, name) ? (algorithms[name] ?? null) : null;
}
