import { secondsOfDay } from '../calendar.ts';
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import { type DerElement, derSequence, readChildren, readElement } from './der.ts';
import type { PublicJwk } from './key.ts';
import { readRsaKey } from './subject-key.ts';

/** Seconds since the epoch (RFC 5280 section 4.1.2.5). */
export interface CertificateDates {
  readonly notBeforeSeconds: number;
  readonly notAfterSeconds: number;
}

/** What a published certificate says of its key. Nothing about its own signature is checked: the address vouches for it. */
export interface CertificateFacts extends CertificateDates {
  /** base64url SHA-1 of the certificate, as in `x5t` (RFC 7517 section 4.8). */
  readonly sha1: string;
  /** base64url SHA-256 of the certificate, as in `x5t#S256` (RFC 7517 section 4.9). */
  readonly sha256: string;
}

/** Longest certificate that is read, characters of base64; published ones have some 1,300. */
export const maxCertificateLength = 16_384;

const explicitVersion = 0xa0;
const utcTime = 0x17;
const generalizedTime = 0x18;

/** Reads the dates and the name of a certificate in standard base64 (RFC 7517 section 4.7); null for anything else. */
export async function readCertificate(text: string): Promise<CertificateFacts | null> {
  return (await readCertified(text))?.certificate ?? null;
}

/** A certificate in standard base64 with the RSA key that it holds, null for a key of another kind; null for anything else. */
export async function readCertified(
  text: string,
): Promise<{ readonly certificate: CertificateFacts; readonly key: PublicJwk | null } | null> {
  if (text.length > maxCertificateLength || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const der = decodeBase64(text);
  if (der === null) return null;
  const [validity, , subjectKey] = readParts(der);
  const dates = readValidity(der, validity);
  if (dates === null) return null;
  const bytes = new Uint8Array(der);
  const [sha1, sha256] = await Promise.all([
    crypto.subtle.digest('SHA-1', bytes),
    crypto.subtle.digest('SHA-256', bytes),
  ]);
  const names = { sha1: textOf(sha1), sha256: textOf(sha256) };
  return {
    certificate: Object.freeze({ ...dates, ...names }),
    key: subjectKey === undefined ? null : readRsaKey(der, subjectKey),
  };
}

const textOf = (hash: ArrayBuffer): string => encodeBase64url(new Uint8Array(hash));

function decodeBase64(text: string): Uint8Array | null {
  const decoded = decodeBase64url(text.replaceAll('+', '-').replaceAll('/', '_'));
  return decoded.ok ? decoded.value.bytes : null;
}

/** Validity, subject and key of the signed part, which begins with version (optional), serial number, algorithm and issuer. */
function readParts(der: Uint8Array): readonly DerElement[] {
  const certificate = readElement(der, 0, der.length);
  const signed = certificate && readElement(der, certificate.start, certificate.end);
  if (!signed || certificate.tag !== derSequence || signed.tag !== derSequence) return [];
  const parts = readChildren(der, signed, 7);
  return parts.slice(parts[0]?.tag === explicitVersion ? 4 : 3);
}

function readValidity(der: Uint8Array, validity: DerElement | undefined): CertificateDates | null {
  if (validity === undefined || validity.tag !== derSequence) return null;
  const [begin, end] = readChildren(der, validity, 2);
  const notBeforeSeconds = begin ? readTime(der, begin) : null;
  const notAfterSeconds = end ? readTime(der, end) : null;
  return notBeforeSeconds === null || notAfterSeconds === null
    ? null
    : { notBeforeSeconds, notAfterSeconds };
}

/** UTCTime or GeneralizedTime in Zulu (RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2), seconds. */
function readTime(der: Uint8Array, { tag, start, end }: DerElement): number | null {
  const text = String.fromCharCode(...der.subarray(start, Math.min(end, start + 20)));
  const full = tag === utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (!match || (tag !== utcTime && tag !== generalizedTime)) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  return secondsOfDay(year, month, day) + hour * 3600 + minute * 60 + second;
}
