import { decodeBase64url } from './base64url.ts';
import { readText } from './claims.ts';
import { nameOpaque } from './opaque.ts';
import { parseJsonObject } from './strict-json.ts';
import type {
  DecodedCredential,
  JsonObject,
  MalformedCredential,
  Oddity,
  UninspectedCredential,
} from './token.ts';

/** Longest credential that is read, characters. Entra tokens with many groups stay below 20,000. */
export const maxCredentialLength = 65_536;

/**
 * Splits and reads a credential. Checks NO signature, issuer or time: everything returned is what an unknown sender wrote.
 * Strict by RFC 7515 sections 2 and 7.1; what is odd but readable is reported in `oddities` instead of being refused.
 * Cost is linear in the length, which is bounded by `maxCredentialLength`.
 */
export function decodeCredential(text: string): DecodedCredential {
  if (!looksLikeToken(text) || !text.includes('.')) return notInspected(nameOpaque(text));
  if (text.length > maxCredentialLength) return malformed('too-long');
  const segments = splitSegments(text);
  if (segments === null) return malformed('segment-count');
  const [headerSegment = '', claimsSegment = '', signatureSegment = ''] = segments;
  if (headerSegment === '' || (claimsSegment === '' && segments.length !== 5)) {
    return malformed('segment-empty');
  }
  const headerBytes = decodeBase64url(headerSegment);
  if (!headerBytes.ok) return malformed(headerBytes.code);
  const header = parseJsonObject(headerBytes.value.bytes);
  if (!header.ok) return malformed(header.code);
  if (segments.length === 5) return notInspected('encrypted');

  const claimsBytes = decodeBase64url(claimsSegment);
  if (!claimsBytes.ok) return malformed(claimsBytes.code);
  const claims = parseJsonObject(claimsBytes.value.bytes);
  if (!claims.ok) return malformed(claims.code);
  const signature = decodeBase64url(signatureSegment);
  if (!signature.ok) return malformed(signature.code);

  const oddities: Oddity[] = [];
  for (const name of header.value.duplicates) oddities.push(duplicate('header', name));
  for (const name of claims.value.duplicates) oddities.push(duplicate('claims', name));
  if (!headerBytes.value.canonical) oddities.push(notCanonical('header'));
  if (!claimsBytes.value.canonical) oddities.push(notCanonical('claims'));
  if (!signature.value.canonical) oddities.push(notCanonical('signature'));
  return Object.freeze({
    kind: 'jws',
    header: header.value.object,
    members: readHeaderMembers(header.value.object),
    claims: claims.value.object,
    segments: Object.freeze({
      header: headerSegment,
      claims: claimsSegment,
      signature: signatureSegment,
    }),
    signatureBytes: signature.value.bytes,
    headerText: header.value.text,
    oddities: Object.freeze(oddities),
  });
}

/** Two, three (RFC 7515 section 7.1) or five (RFC 7516 section 7.1) segments; null for anything else. */
function splitSegments(text: string): readonly string[] | null {
  let dots = 0;
  for (let at = text.indexOf('.'); at >= 0 && dots < 5; at = text.indexOf('.', at + 1)) dots++;
  return dots === 1 || dots === 2 || dots === 4 ? text.split('.') : null;
}

/** Whether the first segment decodes to text that begins like a JSON object: `{"` or `{` and white space. */
function looksLikeToken(text: string): boolean {
  const start = decodeBase64url(text.slice(0, 4));
  if (!start.ok) return false;
  const [first, second] = start.value.bytes;
  return (
    first === 0x7b && (second === 0x22 || second === 0x20 || second === 0x0a || second === 0x0d)
  );
}

function readHeaderMembers(header: JsonObject) {
  return Object.freeze({
    alg: readText(header, 'alg'),
    kid: readText(header, 'kid'),
    x5t: readText(header, 'x5t'),
    typ: readText(header, 'typ'),
    nonce: readText(header, 'nonce'),
  });
}

function duplicate(where: 'header' | 'claims', name: string): Oddity {
  return { code: 'member-duplicate', where, name };
}

function notCanonical(where: 'header' | 'claims' | 'signature'): Oddity {
  return { code: 'encoding-not-canonical', where };
}

function malformed(code: MalformedCredential['code']): MalformedCredential {
  return Object.freeze({ kind: 'malformed', code });
}

function notInspected(reason: UninspectedCredential['reason']): UninspectedCredential {
  return Object.freeze({ kind: 'not-inspected', reason });
}
