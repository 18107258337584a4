import { findCredentials, type Presentation } from '../core/index.ts';
import { looksCompact } from './shapes.ts';

/** One credential in the value of an `Authorization` header. */
export interface HeaderCredential {
  readonly credential: string;
  readonly presentedAs: Presentation;
  /** The signed request that carried it; null where it stood by itself. */
  readonly proof: string | null;
}

/** Scheme (RFC 9110 section 11.4), perhaps a parameter's name, and a value. */
const otherScheme = /^[!#$%&'*+.^`|~\w-]{1,32}[ \t]+(?:(?:auth|token)=)?"?([^"\s]+)"?$/i;
/** Not registered; https://www.zoho.com/accounts/protocol/oauth/use-access-token.html, read 2026-11-24. */
const zoho = /^zoho-oauthtoken[ \t]+/i;

/**
 * Credentials in the value of an `Authorization` header (RFC 9110 section 11.6.2): those that the core finds, Zoho's, and compact
 * tokens under any other scheme or none. Passwords, tickets and signatures of requests are no tokens.
 */
export function readAuthorization(value: string): readonly HeaderCredential[] {
  const found = findCredentials(value);
  if (found.length > 0) return found;
  const text = value.trim();
  if (zoho.test(text))
    return [{ credential: text.replace(zoho, ''), presentedAs: 'bearer', proof: null }];
  const bare = otherScheme.exec(text)?.[1] ?? text;
  return looksCompact(bare) ? [{ credential: bare, presentedAs: 'unknown', proof: null }] : [];
}
