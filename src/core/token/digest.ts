import { encodeBase64url } from './base64url.ts';
import { hashBytes } from './sha256.ts';

const encoder = new TextEncoder();

/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, base64url, 43 characters. */
export const hashText = (text: string): string => encodeBase64url(hashBytes(encoder.encode(text)));
