import { readAudiences } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import type { Issuer, OwnAudiences } from './issuer.ts';

/** Most audiences of one token that are looked at; genuine tokens name one or two. */
export const maxAudiences = 8;

/**
 * Whether a token is for an interface or application of the issuer's own (RFC 7519 section 4.1.3). Entra writes an audience as an
 * id, as `spn:` and an id, or as an address with or without a closing slash; all of a token's audiences must be the issuer's own.
 * False where nothing is known of the issuer's own audiences.
 */
export function isForIssuerItself(claims: JsonObject, { ownAudiences }: Issuer): boolean {
  const audiences = readAudiences(claims);
  if (ownAudiences === undefined || audiences.length === 0) return false;
  if (audiences.length > maxAudiences) return false;
  return audiences.every((audience) => isOwn(audience, ownAudiences));
}

/**
 * Whether the key of a token may be one that its application has for itself, so that its absence from every document says nothing
 * (Entra: applications with mapped claims, https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens, read 2026-11-24).
 */
export function mayHaveOwnKey(claims: JsonObject, issuer: Issuer): boolean {
  return issuer.applicationsHaveKeys === true && !isForIssuerItself(claims, issuer);
}

function isOwn(audience: string, { exact, hostEnds }: OwnAudiences): boolean {
  const bare = audience.replace(/^spn:/, '').replace(/\/$/, '');
  if (exact.has(bare)) return true;
  const host = /^https:\/\/([a-z0-9.-]{1,253})$/i.exec(bare)?.[1]?.toLowerCase();
  return host !== undefined && hostEnds.some((end) => host.endsWith(end));
}
