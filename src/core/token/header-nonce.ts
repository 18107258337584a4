import { encodeBase64url } from './base64url.ts';
import { hashText } from './digest.ts';
import type { UnverifiedToken } from './token.ts';

/**
 * The header segment that was signed when a header carries `nonce` (Microsoft Graph and others): the header's text with
 * the nonce replaced by base64url(SHA-256(nonce)), every other byte kept. Null when the header has no nonce that can be
 * found in its text exactly once.
 *
 * Measured on genuine Graph tokens of 2017 to 2021; discussed in AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet
 * issue 609 (read 2026-11-24).
 */
export function buildNonceHeader(token: UnverifiedToken): string | null {
  const { nonce } = token.members;
  if (nonce === null) return null;
  const quoted = JSON.stringify(nonce);
  const at = token.headerText.indexOf(quoted);
  if (at < 0 || token.headerText.indexOf(quoted, at + 1) >= 0) return null;
  const signed =
    token.headerText.slice(0, at) +
    JSON.stringify(hashText(nonce)) +
    token.headerText.slice(at + quoted.length);
  return encodeBase64url(new TextEncoder().encode(signed));
}
