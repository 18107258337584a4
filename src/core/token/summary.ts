import type { TokenSummary } from '../inspection.ts';
import { readAppContext } from './app-context.ts';
import { readAudiences, readSeconds, readText } from './claims.ts';
import { redactText } from './redact.ts';
import type { EncryptionHeader, JsonObject, UnverifiedToken } from './token.ts';

const maxAudiences = 8;

/** Claims that name the account for people, most telling first (Microsoft's documents call all of them mutable). */
const accountClaims = ['upn', 'preferred_username', 'unique_name', 'email', 'name'];

/** What may leave the core about a token: bounded texts of known members, never a segment of it. */
export function summarizeToken({ members, claims }: UnverifiedToken): TokenSummary {
  const text = (name: string) => clip(readText(claims, name));
  return Object.freeze({
    alg: clip(members.alg),
    enc: null,
    kid: clip(members.kid ?? members.x5t),
    typ: clip(members.typ),
    iss: text('iss'),
    aud: Object.freeze(readAudiences(claims).slice(0, maxAudiences).map(redactText)),
    tenant: text('tid'),
    account: clip(readAccount(claims)),
    subject: text('oid') ?? text('sub') ?? clip(readExchangeUser(claims)),
    appId: text('appid') ?? text('azp'),
    issuedAtSeconds: readSeconds(claims, 'iat'),
    expiresAtSeconds: readSeconds(claims, 'exp'),
    version: text('ver'),
  });
}

/** What the header of an encrypted token says. Its issuer, account and times are for its reader alone. */
export function summarizeEncryption({ alg, enc, kid, typ }: EncryptionHeader): TokenSummary {
  return Object.freeze({
    alg: clip(alg),
    enc: redactText(enc),
    kid: clip(kid),
    typ: clip(typ),
    iss: null,
    aud: Object.freeze([]),
    tenant: null,
    account: null,
    subject: null,
    appId: null,
    issuedAtSeconds: null,
    expiresAtSeconds: null,
    version: null,
  });
}

function readAccount(claims: JsonObject): string | null {
  for (const name of accountClaims) {
    const value = readText(claims, name);
    if (value !== null) return value;
  }
  return null;
}

/** Exchange's tokens have no subject but a user id of the server, within their application context. */
function readExchangeUser(claims: JsonObject): string | null {
  const context = readAppContext(claims);
  return context === null ? null : readText(context, 'msexchuid');
}

function clip(text: string | null): string | null {
  return text === null ? null : redactText(text);
}
