import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from './base64url.ts';

const encoder = new TextEncoder();

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, base64url, 43 characters. Without waiting: the browser's own answers from another
 * thread, which for the length of a token takes several times as long as the hash.
 */
export const hashText = (text: string): string => encodeBase64url(sha256(encoder.encode(text)));
