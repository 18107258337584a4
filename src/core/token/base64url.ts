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
/** One for all texts, so that none costs memory anew; a longer text gets its own. */
const buffer = new Uint8Array(65_536);

/** The bytes of an ASCII text, to be decoded part by part. Valid until the next text is read. */
export interface Letters {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/**
 * Reads a text for `decodeLetters`; null when it has other letters than ASCII. The bytes of a whole token are had in one step, and
 * are read twice as fast as the characters of a text.
 */
export function readLetters(text: string): Letters | null {
  const { length } = text;
  const bytes = length <= buffer.length ? buffer : new Uint8Array(length);
  // Other letters are several bytes, so that one of the two numbers differs, or both do where they do not fit.
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === length && written === length ? { bytes, length } : null;
}

const valueAt = (bytes: Uint8Array, index: number): number =>
  VALUES[bytes[index] ?? INVALID] ?? INVALID;

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
  const letters = readLetters(text);
  return letters === null ? refuse('base64url-invalid') : decodeLetters(letters, 0, letters.length);
}

/** Decodes the part of a text from `start` to before `stop`, as `decodeBase64url` does. */
export function decodeLetters(
  { bytes: letters }: Letters,
  start: number,
  stop: number,
): Result<DecodedBytes, 'base64url-invalid'> {
  let end = stop;
  while (end > start && letters[end - 1] === 61) end--;
  const padding = stop - end;
  const rest = (end - start) % 4;
  if (padding > 2 || rest === 1 || (padding > 0 && (stop - start) % 4 !== 0)) {
    return refuse('base64url-invalid');
  }
  const bytes = new Uint8Array(((end - start) * 3) >> 2);
  const whole = end - rest;
  let marks = 0;
  let written = 0;
  for (let index = start; index < whole; index += 4) {
    const first = valueAt(letters, index);
    const second = valueAt(letters, index + 1);
    const third = valueAt(letters, index + 2);
    const fourth = valueAt(letters, index + 3);
    marks |= first | second | third | fourth;
    bytes[written++] = (first << 2) | ((second & 63) >> 4);
    bytes[written++] = (second << 4) | ((third & 63) >> 2);
    bytes[written++] = (third << 6) | (fourth & 63);
  }
  // Two letters more are one byte, three are two; the bits that are left over should be zero.
  let spare = 0;
  if (rest > 0) {
    const first = valueAt(letters, whole);
    const second = valueAt(letters, whole + 1);
    const third = rest === 3 ? valueAt(letters, whole + 2) : 0;
    marks |= first | second | third;
    bytes[written++] = (first << 2) | ((second & 63) >> 4);
    if (rest === 3) bytes[written] = (second << 4) | ((third & 63) >> 2);
    spare = rest === 3 ? third & 3 : second & 15;
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
