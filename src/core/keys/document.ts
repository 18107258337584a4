import { issuers } from '../issuers/index.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import { readMember, readText } from '../token/claims.ts';
import type { JsonObject, JsonValue } from '../token/token.ts';
import { readCertified } from './certificate.ts';
import { parseExchangeKey } from './exchange-document.ts';
import type { KeyDocument, PublicJwk, PublishedKey } from './key.ts';
import { thumbprintOf } from './thumbprint.ts';

/** Addresses whose documents are in Exchange's own form. */
const exchangeUrls: ReadonlySet<string> = new Set(
  issuers
    .flatMap(({ keyDocuments }) => keyDocuments)
    .flatMap(({ url, format }) => (format === 'exchange' ? [url] : [])),
);

/** Most keys that a document may hold; Microsoft announces up to 1,000. */
export const maxKeys = 1000;
/** Longest text of any member: an RSA modulus of 16,384 bits is 2,731 characters. */
export const maxMemberLength = 2_800;

/**
 * Reads a JSON Web Key Set (RFC 7517 section 5), or a document in its issuer's own form, that came from `url`. Entries that cannot be used are counted in
 * `skipped`. Trusts nothing in it but the fact that it came from that address.
 * @returns `not-a-key-document` when the value is not a key set at all or holds more than `maxKeys` entries
 */
export async function parseKeyDocument(
  url: string,
  value: unknown,
): Promise<Result<KeyDocument, 'not-a-key-document'>> {
  const entries = readEntries(value);
  if (entries === null || entries.length > maxKeys) return refuse('not-a-key-document');
  const parse = exchangeUrls.has(url) ? parseExchangeKey : parseKey;
  const keys: PublishedKey[] = [];
  for (const entry of entries) {
    const key = isJsonObject(entry) ? await parse(entry) : null;
    if (key !== null) keys.push(key);
  }
  return succeed(
    Object.freeze({ url, keys: Object.freeze(keys), skipped: entries.length - keys.length }),
  );
}

function readEntries(value: unknown): readonly JsonValue[] | null {
  if (!isJsonObject(value)) return null;
  const keys = readMember(value, 'keys');
  return Array.isArray(keys) ? keys : null;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function parseKey(entry: JsonObject): Promise<PublishedKey | null> {
  const jwk = readPublicJwk(entry);
  const use = readText(entry, 'use');
  if (jwk === null || (use !== null && use !== 'sig') || !mayVerify(entry)) return null;
  const certified = await readFirstCertificate(entry);
  return Object.freeze({
    jwk,
    kid: readBounded(entry, 'kid'),
    x5t: readBounded(entry, 'x5t'),
    alg: readBounded(entry, 'alg'),
    owner: readBounded(entry, 'issuer'),
    cloudInstance: readBounded(entry, 'cloud_instance_name'),
    certificate: certified?.certificate ?? null,
    certifiesOther: certified !== null && isOther(certified.key, jwk),
    thumbprint: thumbprintOf(jwk),
  });
}

/** RFC 7517 section 4.3; Microsoft wrote `signing` in 2014. A key without the member may be used for anything. */
function mayVerify(entry: JsonObject): boolean {
  const uses = readMember(entry, 'key_ops');
  if (!Array.isArray(uses)) return true;
  return uses.some((use) => use === 'verify' || use === 'sign' || use === 'signing');
}

/** The first certificate; old documents wrote it as a text instead of a list. */
function readFirstCertificate(entry: JsonObject): ReturnType<typeof readCertified> {
  const x5c = readMember(entry, 'x5c');
  const first = Array.isArray(x5c) ? x5c[0] : x5c;
  return typeof first === 'string' ? readCertified(first) : Promise.resolve(null);
}

/** Both in canonical form; a key of a kind that is not read out of certificates is no other one. */
const isOther = (certified: PublicJwk | null, { n, e }: PublicJwk): boolean =>
  certified !== null && (certified.n !== n || certified.e !== e);

/** The public members of a key (RFC 7517 section 4), bounded and in canonical form; null for an unknown or incomplete one. */
export function readPublicJwk(entry: JsonObject): PublicJwk | null {
  const kty = readText(entry, 'kty');
  if (kty === 'RSA') {
    const n = readInteger(entry, 'n');
    const e = readInteger(entry, 'e');
    return n === null || e === null ? null : Object.freeze({ kty, n, e });
  }
  if (kty === 'EC') {
    const crv = readBounded(entry, 'crv');
    const x = readBounded(entry, 'x');
    const y = readBounded(entry, 'y');
    return crv === null || x === null || y === null ? null : Object.freeze({ kty, crv, x, y });
  }
  if (kty === 'OKP') {
    const crv = readBounded(entry, 'crv');
    const x = readBounded(entry, 'x');
    return crv === null || x === null ? null : Object.freeze({ kty, crv, x });
  }
  return null;
}

/**
 * A big-endian integer (RFC 7518 section 6.3.1) in its one canonical form, so that equal keys get equal thumbprints:
 * Google once padded `n`, Yahoo writes a leading zero octet.
 */
function readInteger(entry: JsonObject, name: string): string | null {
  const text = readBounded(entry, name);
  if (text === null || text === '') return null;
  const decoded = decodeBase64url(text);
  if (!decoded.ok) return null;
  const { bytes } = decoded.value;
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 ? null : encodeBase64url(bytes.subarray(start));
}

function readBounded(entry: JsonObject, name: string): string | null {
  const text = readText(entry, name);
  return text !== null && text.length <= maxMemberLength ? text : null;
}
