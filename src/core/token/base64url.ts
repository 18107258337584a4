import { type Result, refuse, succeed } from '../result.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Marks in the table: not of the alphabet, and of the base64 alphabet, which is read too and reported as not canonical. */
const INVALID = 128;
const FOREIGN = 64;

/** 6-bit values by byte, with marks above them. */
const VALUES = new Uint8Array(256).fill(INVALID);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;
VALUES['+'.charCodeAt(0)] = 62 | FOREIGN;
VALUES['/'.charCodeAt(0)] = 63 | FOREIGN;

const encoder = new TextEncoder();
/** The letters being decoded. Bytes are read twice as fast as a text's characters, and one buffer for all calls needs no memory anew. */
const letters = new Uint8Array(65_536);

const valueAt = (codes: Uint8Array, index: number): number =>
  VALUES[codes[index] ?? INVALID] ?? INVALID;

export interface DecodedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether encoding `bytes` again gives the same text (RFC 7515 section 2: no padding, URL alphabet, zero spare bits). */
  readonly canonical: boolean;
}

/**
 * Decodes base64url (RFC 4648 section 5). Reads padding, the `+/` alphabet and non-zero spare bits as real decoders do,
 * and says so in `canonical`; anything else is `base64url-invalid`.
 */
export function decodeBase64url(text: string): Result<DecodedBytes, 'base64url-invalid'> {
  let end = text.length;
  const codes = end <= letters.length ? letters : new Uint8Array(end);
  // Other letters than ASCII are longer in UTF-8, so that they do not fit or are seen as what they are.
  if (encoder.encodeInto(text, codes).written !== end) return refuse('base64url-invalid');
  while (end > 0 && codes[end - 1] === 61) end--;
  const padding = text.length - end;
  if (padding > 2 || end % 4 === 1 || (padding > 0 && (end + padding) % 4 !== 0)) {
    return refuse('base64url-invalid');
  }
  const bytes = new Uint8Array((end * 3) >> 2);
  const whole = end - (end % 4);
  let marks = 0;
  let written = 0;
  for (let index = 0; index < whole; index += 4) {
    const first = valueAt(codes, index);
    const second = valueAt(codes, index + 1);
    const third = valueAt(codes, index + 2);
    const fourth = valueAt(codes, index + 3);
    marks |= first | second | third | fourth;
    bytes[written++] = (first << 2) | ((second & 63) >> 4);
    bytes[written++] = (second << 4) | ((third & 63) >> 2);
    bytes[written++] = (third << 6) | (fourth & 63);
  }
  // Two letters more are one byte, three are two; the bits that are left over should be zero.
  let spare = 0;
  if (end > whole) {
    const first = valueAt(codes, whole);
    const second = valueAt(codes, whole + 1);
    const third = end - whole === 3 ? valueAt(codes, whole + 2) : 0;
    marks |= first | second | third;
    bytes[written++] = (first << 2) | ((second & 63) >> 4);
    if (end - whole === 3) bytes[written] = (second << 4) | ((third & 63) >> 2);
    spare = end - whole === 3 ? third & 3 : second & 15;
  }
  if ((marks & INVALID) !== 0) return refuse('base64url-invalid');
  const canonical = padding === 0 && (marks & FOREIGN) === 0 && spare === 0;
  return succeed({ bytes, canonical });
}

/** Encodes as base64url without padding (RFC 7515 section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1] ?? 0;
    const third = bytes[index + 2] ?? 0;
    const group = (first << 16) | (second << 8) | third;
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    if (index + 1 < bytes.length) text += ALPHABET.charAt((group >> 6) & 63);
    if (index + 2 < bytes.length) text += ALPHABET.charAt(group & 63);
  }
  return text;
}
