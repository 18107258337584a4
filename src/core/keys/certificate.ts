import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';

/** What a published certificate says of its key. Nothing about its own signature is checked: the address vouches for it. */
export interface CertificateFacts {
  /** Seconds since the epoch (RFC 5280 section 4.1.2.5). */
  readonly notBeforeSeconds: number;
  readonly notAfterSeconds: number;
  /** base64url SHA-1 of the certificate, as in `x5t` (RFC 7517 section 4.8). */
  readonly sha1: string;
}

/** Longest certificate that is read, characters of base64; published ones have some 1,300. */
export const maxCertificateLength = 16_384;

const sequence = 0x30;
const explicitVersion = 0xa0;
const utcTime = 0x17;
const generalizedTime = 0x18;

/** Reads the dates and the name of a certificate in standard base64 (RFC 7517 section 4.7); null for anything else. */
export async function readCertificate(text: string): Promise<CertificateFacts | null> {
  if (text.length > maxCertificateLength || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const der = decodeBase64(text);
  const dates = der === null ? null : readValidity(der);
  if (der === null || dates === null) return null;
  const hash = await crypto.subtle.digest('SHA-1', new Uint8Array(der));
  return Object.freeze({ ...dates, sha1: encodeBase64url(new Uint8Array(hash)) });
}

function decodeBase64(text: string): Uint8Array | null {
  const decoded = decodeBase64url(text.replaceAll('+', '-').replaceAll('/', '_'));
  return decoded.ok ? decoded.value.bytes : null;
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** One element of DER (X.690 section 8.1) at a place, inside its bounds; null when it does not fit. */
function readElement(der: Uint8Array, at: number, limit: number): Element | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (lengthBytes > 3) return null;
  let length = lengthBytes === 0 ? first : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (der[at + 2 + i] ?? 0);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  return end <= limit ? { tag, start, end } : null;
}

/** Certificate, its signed part, then: version (optional), serial number, algorithm, issuer, validity (RFC 5280 section 4.1). */
function readValidity(
  der: Uint8Array,
): { notBeforeSeconds: number; notAfterSeconds: number } | null {
  const certificate = readElement(der, 0, der.length);
  const signed = certificate && readElement(der, certificate.start, certificate.end);
  if (!signed || certificate.tag !== sequence || signed.tag !== sequence) return null;
  let element = readElement(der, signed.start, signed.end);
  if (element?.tag === explicitVersion) element = readElement(der, element.end, signed.end);
  for (let i = 0; i < 3 && element; i++) element = readElement(der, element.end, signed.end);
  if (!element || element.tag !== sequence) return null;
  const begin = readElement(der, element.start, element.end);
  const end = begin && readElement(der, begin.end, element.end);
  const notBeforeSeconds = begin ? readTime(der, begin) : null;
  const notAfterSeconds = end ? readTime(der, end) : null;
  return notBeforeSeconds === null || notAfterSeconds === null
    ? null
    : { notBeforeSeconds, notAfterSeconds };
}

/** UTCTime or GeneralizedTime in Zulu (RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2), seconds. */
function readTime(der: Uint8Array, { tag, start, end }: Element): number | null {
  const text = String.fromCharCode(...der.subarray(start, Math.min(end, start + 20)));
  const full = tag === utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (!match || (tag !== utcTime && tag !== generalizedTime)) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  return secondsOf(year, month, day) + hour * 3600 + minute * 60 + second;
}

/** Seconds from the epoch to the beginning of a day of the Gregorian calendar; no clock is read. */
function secondsOf(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * 86_400;
}
