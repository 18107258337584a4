import { readCarriedToken } from '../proof/signed-request.ts';
import type { Presentation } from '../sighting.ts';
import { readAuthParams } from './auth-params.ts';

/** What a credential is for within its header: the only one, or what an `MSAuth` parameter says. */
export type CredentialRole = 'sole' | 'user' | 'actor' | 'access' | 'other';

export interface FoundCredential {
  /** As sent, hostile; without the word before it. */
  readonly credential: string;
  readonly presentedAs: Presentation;
  readonly role: CredentialRole;
  /** The signed request that carried it; null where it stood by itself. */
  readonly proof: string | null;
}

/** Scheme, white space, and the rest (RFC 9110 section 11.4). */
const form = /^([!#$%&'*+.^`|~\w-]{1,32})(?:[ \t]+|$)/;

const plainSchemes: ReadonlyMap<string, Presentation> = new Map([
  ['bearer', 'bearer'], // RFC 6750 section 2.1
  ['dpop', 'dpop'], // RFC 9449 section 7.1
  ['zoho-oauthtoken', 'other-scheme'], // https://www.zoho.com/accounts/protocol/oauth/use-access-token.html, read 2026-11-24
  ['pop', 'pop'], // Microsoft's signed requests, draft-ietf-oauth-signed-http-request-03
]);

const roles: ReadonlyMap<string, CredentialRole> = new Map([
  ['usertoken', 'user'],
  ['actortoken', 'actor'],
  ['accesstoken', 'access'],
]);

/** Google's hashes of a cookie, of which one header holds up to three. */
const cookieHashes = new Set(['sapisidhash', 'sapisid1phash', 'sapisid3phash']);
/** Stands for all of them, because the hash differs in every second and nobody but Google can check it. */
const cookieHash: FoundCredential = {
  credential: 'SAPISIDHASH',
  presentedAs: 'other-scheme',
  role: 'sole',
  proof: null,
};

/** A readable token under a scheme of a server's own, bare or as a value of `token` or `auth`. */
const looseToken = /^(?:(?:auth|token)=)?"?(eyJ[\w-]*\.[\w.-]+)"?$/i;

/**
 * Finds the credentials in the value of an `Authorization` header: of the schemes Bearer, DPoP, PoP, MSAuth1.0, MSAuth2.0 and
 * SAPISIDHASH, in any case (RFC 9110 section 11.1), and readable tokens under any other. What else there is are passwords and answers
 * to challenges, so nothing is found. An `MSAuth` header
 * whose parameters cannot be read is handed on whole, so that it is not passed over in silence. A token is taken out of the signed request around it. Checks nothing.
 */
export function findCredentials(headerValue: string): readonly FoundCredential[] {
  const value = headerValue.trim();
  const match = form.exec(value);
  const scheme = match?.[1]?.toLowerCase();
  if (match === null || scheme === undefined) return [];
  const rest = value.slice(match[0].length);
  const presentedAs = plainSchemes.get(scheme);
  if (presentedAs !== undefined) {
    if (rest === '') return [];
    const carried = presentedAs === 'pop' ? readCarriedToken(rest) : null;
    const proof = carried === null ? null : rest;
    return [{ credential: carried ?? rest, presentedAs, role: 'sole', proof }];
  }
  if (scheme === 'msauth1.0' || scheme === 'msauth2.0') return readMsAuth(value, rest);
  if (cookieHashes.has(scheme)) return [cookieHash];
  const token = looseToken.exec(rest)?.[1];
  return token === undefined
    ? []
    : [{ credential: token, presentedAs: 'other-scheme', role: 'sole', proof: null }];
}

/** Every parameter whose name ends in `token`, so that none of two with one name hides behind the other. */
function readMsAuth(value: string, rest: string): readonly FoundCredential[] {
  const params = readAuthParams(rest);
  if (params === null)
    return [{ credential: value, presentedAs: 'msauth', role: 'other', proof: null }];
  return params.flatMap(({ name, value: text }) => {
    const credential = text.replace(/^(?:bearer|pop) +/i, '').trim();
    if (!name.endsWith('token') || credential === '') return [];
    return [
      { credential, presentedAs: 'msauth', role: roles.get(name) ?? 'other', proof: null } as const,
    ];
  });
}
