import { encodeBase64url } from './base64url.ts';

const encoder = new TextEncoder();

/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, base64url, 43 characters. */
export async function hashText(text: string): Promise<string> {
  return encodeBase64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))),
  );
}
