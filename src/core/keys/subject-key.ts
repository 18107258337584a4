import { encodeBase64url } from '../token/base64url.ts';
import { type DerElement, derSequence, readChildren, readElement } from './der.ts';
import type { PublicJwk } from './key.ts';

/** Longest number that is read, bytes: a modulus of 16,384 bits. */
export const maxNumberLength = 2_048;

const bitString = 0x03;
const integer = 0x02;
/** rsaEncryption, 1.2.840.113549.1.1.1 (RFC 8017 appendix A.1), as an element. */
const rsaEncryption = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/**
 * The RSA key of a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7, RFC 3279 section 2.3.1), its numbers in the one canonical
 * form; null for keys of other kinds and for what is no such element. Says nothing about how good the key is.
 */
export function readRsaKey(der: Uint8Array, info: DerElement): PublicJwk | null {
  const [algorithm, bits] = info.tag === derSequence ? readChildren(der, info, 2) : [];
  if (algorithm?.tag !== derSequence || bits?.tag !== bitString) return null;
  if (rsaEncryption.some((byte, index) => der[algorithm.start + index] !== byte)) return null;
  // The first byte counts the bits that are left over, which whole bytes have none of.
  const numbers = der[bits.start] === 0 ? readElement(der, bits.start + 1, bits.end) : null;
  const [modulus, exponent] = numbers?.tag === derSequence ? readChildren(der, numbers, 2) : [];
  const n = modulus === undefined ? null : readNumber(der, modulus);
  const e = exponent === undefined ? null : readNumber(der, exponent);
  return n === null || e === null ? null : Object.freeze({ kty: 'RSA', n, e });
}

/** A positive number without leading zeros, base64url (RFC 7518 section 2). */
function readNumber(der: Uint8Array, { tag, start, end }: DerElement): string | null {
  if (tag !== integer || end - start > maxNumberLength + 1) return null;
  const bytes = der.subarray(start, end);
  const first = bytes.findIndex((byte) => byte !== 0);
  // A first bit that is set makes the number negative.
  return first < 0 || (bytes[0] ?? 0) >= 0x80 ? null : encodeBase64url(bytes.subarray(first));
}
