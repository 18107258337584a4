import { readPublicJwk } from '../keys/document.ts';
import { thumbprintOf } from '../keys/thumbprint.ts';
import { verifyWithKey } from '../keys/verify.ts';
import type { UseContext } from '../sighting.ts';
import { readMember, readSeconds, readText } from '../token/claims.ts';
import { decodeCredential } from '../token/decode.ts';
import type { JsonObject, UnverifiedToken } from '../token/token.ts';
import { normalizeAddress } from './address.ts';
import type { Agreement, ProofFacts, ProofFault } from './proof.ts';
import { hasPrivateMembers, isWithoutKey } from './read-proof.ts';

/** The token that a signed request carries (`at`, draft-ietf-oauth-signed-http-request-03 section 3); null for what is none. */
export function readCarriedToken(text: string): string | null {
  const decoded = decodeCredential(text);
  const token = decoded.kind === 'jws' ? readText(decoded.claims, 'at') : null;
  return token === null || token === '' ? null : token;
}

/**
 * Checks a signed request as Microsoft's libraries make it (AzureAD/microsoft-authentication-library-for-js, PopTokenGenerator,
 * read 2026-11-25): signed by the key in its own `cnf.jwk`, which the token inside names by thumbprint in `cnf.kid`. Method,
 * host and path are there only when the page named them; the path is in small letters and ends with a slash, whatever was asked
 * for, so that addresses are compared without regard to both. Costs a signature check and a hash.
 * @param claims those of the token inside
 */
export async function checkSignedRequest(
  claims: JsonObject,
  credential: string,
  text: string,
  { method, url, sentAtMs }: UseContext,
): Promise<ProofFacts> {
  const request = decodeCredential(text);
  if (request.kind !== 'jws' || request.oddities.length > 0) return faulty('malformed');
  const { alg } = request.members;
  if (alg === null || isWithoutKey(alg)) return faulty('algorithm-without-key');
  const key = readObject(readObject(request.claims, 'cnf'), 'jwk');
  if (key === null) return faulty('key-missing');
  if (hasPrivateMembers(key)) return faulty('key-private');
  const jwk = readPublicJwk(key);
  if (jwk === null) return faulty('key-missing');
  const signedAtSeconds = readSeconds(request.claims, 'ts');
  if (signedAtSeconds === null) return faulty('claims-missing');
  return Object.freeze({
    kind: 'read',
    signature: await verifyWithKey(request, jwk, alg),
    method: compare(readText(request.claims, 'm')?.toUpperCase() ?? null, method?.toUpperCase()),
    address: compareAddress(request, url),
    token: readText(request.claims, 'at') === credential ? 'same' : 'other',
    key: compare(await thumbprintOf(jwk), readBoundName(claims)),
    ageSeconds: sentAtMs === null ? null : sentAtMs / 1000 - signedAtSeconds,
    // Whether the page made it up or the server gave it, the server decides what it says about age.
    hasNonce: readText(request.claims, 'nonce') !== null,
  });
}

/** The thumbprint of the key that a token is bound to, by either name (RFC 7800 section 3.4, RFC 9449 section 6.1). */
function readBoundName(claims: JsonObject): string | null {
  const cnf = readObject(claims, 'cnf');
  return cnf === null ? null : (readText(cnf, 'kid') ?? readText(cnf, 'jkt'));
}

function compareAddress({ claims }: UnverifiedToken, url: string | null): Agreement {
  const host = readText(claims, 'u');
  const actual = url === null ? null : normalizeAddress(url);
  if (host === null || actual === null) return 'unknown';
  const path = readText(claims, 'p') ?? new URL(actual).pathname;
  const stated = normalizeAddress(`https://${host}${path}`);
  return stated !== null && loosen(stated) === loosen(actual) ? 'same' : 'other';
}

const loosen = (address: string): string => address.toLowerCase().replace(/\/$/, '');

const compare = (stated: string | null, actual: string | null | undefined): Agreement => {
  if (stated === null || actual === null || actual === undefined) return 'unknown';
  return stated === actual ? 'same' : 'other';
};

function readObject(object: JsonObject | null, name: string): JsonObject | null {
  const value = object === null ? undefined : readMember(object, name);
  return isObject(value) ? value : null;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const faulty = (fault: ProofFault): ProofFacts => Object.freeze({ kind: 'faulty', fault });
