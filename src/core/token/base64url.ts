import { type Result, refuse, succeed } from '../result.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const INVALID = 255;

/** 6-bit values by character code; the base64 letters `+` and `/` are read too, and reported as not canonical. */
const VALUES = new Uint8Array(128).fill(INVALID);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;
VALUES['+'.charCodeAt(0)] = 62;
VALUES['/'.charCodeAt(0)] = 63;

export interface DecodedBytes {
  readonly bytes: Uint8Array;
  /** Whether encoding `bytes` again gives the same text (RFC 7515 section 2: no padding, URL alphabet, zero spare bits). */
  readonly canonical: boolean;
}

/**
 * Decodes base64url (RFC 4648 section 5). Reads padding, the `+/` alphabet and non-zero spare bits as real decoders do,
 * and says so in `canonical`; anything else is `base64url-invalid`.
 */
export function decodeBase64url(text: string): Result<DecodedBytes, 'base64url-invalid'> {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 61) end--;
  const padding = text.length - end;
  if (padding > 2 || end % 4 === 1 || (padding > 0 && (end + padding) % 4 !== 0)) {
    return refuse('base64url-invalid');
  }
  const bytes = new Uint8Array((end * 3) >> 2);
  let canonical = padding === 0;
  let buffer = 0;
  let bits = 0;
  let written = 0;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    const value = code < 128 ? (VALUES[code] ?? INVALID) : INVALID;
    if (value === INVALID) return refuse('base64url-invalid');
    if (code === 43 || code === 47) canonical = false;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (buffer >> bits) & 255;
    }
  }
  if (bits > 0 && (buffer & ((1 << bits) - 1)) !== 0) canonical = false;
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
