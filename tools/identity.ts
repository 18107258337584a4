import { createHash } from 'node:crypto';

/** The id by which Firefox and its policies know the extension. */
export const firefoxId = 'countersign@countersign.example';

/**
 * The id that Chromium derives from a manifest's `key`: the first 16 bytes of the SHA-256 of the public key, each half byte as a
 * letter from a to p. Source: https://developer.chrome.com/docs/extensions/reference/manifest/key (read 2026-11-24).
 */
export function chromeIdOf(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...digest.slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');
}
