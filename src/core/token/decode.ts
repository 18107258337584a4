import { decodeLetters, readLetters } from './base64url.ts';
import { readText } from './claims.ts';
import { judgeOther } from './not-compact.ts';
import { parseJsonObject } from './strict-json.ts';
import type { DecodedCredential, JsonObject, MalformedCredential, Oddity } from './token.ts';

/** Longest credential that is read, characters. Entra tokens with many groups stay below 20,000. */
export const maxCredentialLength = 65_536;

/**
 * Splits and reads a credential. Checks NO signature, issuer or time: everything returned is what an unknown sender wrote.
 * Strict by RFC 7515 sections 2 and 7.1; what is odd but readable is reported in `oddities` instead of being refused.
 * Cost is linear in the length, which is bounded by `maxCredentialLength`.
 */
export function decodeCredential(text: string): DecodedCredential {
  if (!looksLikeToken(text) || !text.includes('.')) return judgeOther(text);
  if (text.length > maxCredentialLength) return malformed('too-long');
  const segments = splitSegments(text);
  if (segments === null) return malformed('segment-count');
  const [headerSegment = '', claimsSegment = '', signatureSegment = ''] = segments;
  if (headerSegment === '' || (claimsSegment === '' && segments.length !== 5)) {
    return malformed('segment-empty');
  }
  const letters = readLetters(text);
  if (letters === null) return malformed('base64url-invalid');
  const claimsStart = headerSegment.length + 1;
  const claimsEnd = claimsStart + claimsSegment.length;
  const signatureStart = Math.min(claimsEnd + 1, text.length);
  const headerBytes = decodeLetters(letters, 0, headerSegment.length);
  if (!headerBytes.ok) return malformed(headerBytes.code);
  const header = parseJsonObject(headerBytes.value.bytes);
  if (!header.ok) return malformed(header.code);
  if (segments.length === 5) return judgeEncrypted(header.value.object);

  const claimsBytes = decodeLetters(letters, claimsStart, claimsEnd);
  if (!claimsBytes.ok) return malformed(claimsBytes.code);
  const parsed = parseJsonObject(claimsBytes.value.bytes);
  const payloadToken = parsed.ok ? null : readPayloadToken(claimsBytes.value.bytes);
  if (!parsed.ok && payloadToken === null) return malformed(parsed.code);
  const { object: claims, duplicates } = parsed.ok ? parsed.value : noClaims;
  const signature = decodeLetters(letters, signatureStart, text.length);
  if (!signature.ok) return malformed(signature.code);

  const oddities: Oddity[] = [];
  for (const name of header.value.duplicates) oddities.push(duplicate('header', name));
  for (const name of duplicates) oddities.push(duplicate('claims', name));
  if (!headerBytes.value.canonical) oddities.push(notCanonical('header'));
  if (!claimsBytes.value.canonical) oddities.push(notCanonical('claims'));
  if (!signature.value.canonical) oddities.push(notCanonical('signature'));
  return Object.freeze({
    kind: 'jws',
    header: header.value.object,
    members: readHeaderMembers(header.value.object),
    claims,
    payloadToken,
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

/** Whether the first four letters decode to text that begins like a JSON object: `{"`, or `{` and a space or the end of a line. */
const looksLikeToken = (text: string): boolean => /^e(?:y[A-DI-L]|w[o-r0-3])[\w+/=-]/.test(text);

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

/** RFC 7516 section 4.1: without an encryption named in it, five segments are no encrypted token either. */
function judgeEncrypted(header: JsonObject): DecodedCredential {
  const enc = readText(header, 'enc');
  if (enc === null) return malformed('segment-count');
  const encryption = Object.freeze({
    alg: readText(header, 'alg'),
    enc,
    kid: readText(header, 'kid') ?? readText(header, 'x5t'),
    typ: readText(header, 'typ'),
  });
  return Object.freeze({ kind: 'not-inspected', reason: 'encrypted', encryption });
}

/** What a payload says for itself that is another token. */
const noClaims = Object.freeze({ object: Object.freeze({}), duplicates: Object.freeze([]) });

/** The payload's text where it is a compact token itself (RFC 7519 section 5.2), with or without the `cty` that should announce it. */
function readPayloadToken(bytes: Uint8Array): string | null {
  const text = Array.from(bytes.subarray(0, 4), (byte) => String.fromCharCode(byte)).join('');
  if (!looksLikeToken(text) || !bytes.every(isTokenLetter) || !bytes.includes(dot)) return null;
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

const dot = 0x2e;
/** Of base64 in any alphabet, or a dot. */
const isTokenLetter = (byte: number): boolean => /[\w.+/=-]/.test(String.fromCharCode(byte));
