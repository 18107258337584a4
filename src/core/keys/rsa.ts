import { decodeBase64url } from '../token/base64url.ts';
import type { PublicJwk } from './key.ts';

export interface RsaDescription {
  /** Length of the modulus, bits. */
  readonly bits: number;
  readonly exponent: bigint;
  /** Whether the modulus has the form of keys made by faulty Infineon generators (CVE-2017-15361, "ROCA"). */
  readonly hasInfineonFault: boolean;
}

/** Longest modulus whose form is looked at, bits; nobody publishes larger ones. */
const maxBits = 16_384;

/** By the frozen key object of the parsed document: a key is looked at once, however many tokens it signs. */
const described = new WeakMap<PublicJwk, RsaDescription | null>();

/** What makes an RSA key strong or weak; null for keys of other kinds. */
export function describeRsa(jwk: PublicJwk): RsaDescription | null {
  const known = described.get(jwk);
  if (known !== undefined) return known;
  const description = describe(jwk);
  described.set(jwk, description);
  return description;
}

function describe({ kty, n, e }: PublicJwk): RsaDescription | null {
  if (kty !== 'RSA' || n === undefined || e === undefined) return null;
  const modulus = readInteger(n);
  const exponent = readInteger(e);
  if (modulus === null || exponent === null) return null;
  const bits = modulus.toString(2).length;
  return { bits, exponent, hasInfineonFault: bits <= maxBits && hasInfineonForm(modulus) };
}

function readInteger(text: string): bigint | null {
  const decoded = decodeBase64url(text);
  if (!decoded.ok || decoded.value.bytes.length === 0) return null;
  const hex = [...decoded.value.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return BigInt(`0x${hex}`);
}

/** Odd primes up to 167: the smallest set of the published test, enough for keys of 512 bits. */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
  103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/** For each prime, the remainders that powers of 65537 can have (Nemec and others, 2017, section 2). */
const remainders = primes.map((prime) => {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * (65_537 % prime)) % prime)
    powers.add(power);
  return { prime: BigInt(prime), powers };
});

const hasInfineonForm = (modulus: bigint): boolean =>
  remainders.every(({ prime, powers }) => powers.has(Number(modulus % prime)));
