import { readText } from '../token/claims.ts';
import { decodeCredential } from '../token/decode.ts';
import type { UnverifiedToken } from '../token/token.ts';

/** Claims whose value is a token for somebody to use or to believe. Long texts in other claims are nobody's tokens to judge. */
const tokenClaims = [
  'access_token',
  'id_token',
  'id_token_hint', // OpenID Connect Core section 3.1.2.1
  'actortoken', // Exchange and SharePoint: the service that acts for the person
  'actort', // the same by its documented name, [MS-XOAUTH] section 2.2
  'actor_token', // RFC 8693 section 2.1
  'subject_token',
  'at', // draft-ietf-oauth-signed-http-request-03 section 3
] as const;

export type NestedPlace = 'payload' | (typeof tokenClaims)[number];

export interface NestedText {
  readonly place: NestedPlace;
  readonly text: string;
}

const none: readonly NestedText[] = Object.freeze([]);

/**
 * Tokens inside a token: the whole payload (RFC 7519 section 5.2), or a claim that is made for one. A claim's value that does not
 * even begin like a token is left alone: a ticket of another kind, a hash, a word.
 */
export function findNested({ payloadToken, claims }: UnverifiedToken): readonly NestedText[] {
  if (payloadToken !== null) return [{ place: 'payload', text: payloadToken }];
  let found: NestedText[] | null = null;
  for (const place of tokenClaims) {
    if (!Object.hasOwn(claims, place)) continue;
    const text = readText(claims, place);
    if (text === null || decodeCredential(text).kind === 'not-inspected') continue;
    found ??= [];
    found.push({ place, text });
  }
  return found ?? none;
}
