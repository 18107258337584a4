import { type KeyDocument, parseKeyDocument } from '../../core/index.ts';
import { memberOf, textOf } from '../json.ts';
import { parseTime } from '../time.ts';
import { addressOfIssuer } from './key-address.ts';
import { findAddress } from './key-origin.ts';
import { completeKeys } from './key-set.ts';

/** One recorded answer of a key server. */
export interface RecordedDocument {
  readonly file: string;
  /** Address that it came from. */
  readonly url: string;
  /** When it was observed, milliseconds since the epoch; null when nobody wrote it down. */
  readonly observedAtMs: number | null;
  readonly document: KeyDocument;
}

/** Largest file that is read as a key document, bytes. */
export const maxKeyFileBytes = 4 * 1024 * 1024;

/** Why JSON is no recorded answer. */
export type NoDocument = 'not-keys' | 'no-address';

/** Reads Google's oldest form, key ids with certificates; null for anything else. Not every surrounding can read certificates. */
export type CertificateReader = (value: unknown) => { readonly keys: readonly unknown[] } | null;

/**
 * Reads a recorded document `{url, observed_at, jwks}`, the corpus form `{_observed_at, metadata, jwks}`, or a bare key set.
 * @param address where it came from, when somebody says so; null: the document has to tell
 */
export async function readRecorded(
  value: unknown,
  fileName: string,
  address: string | null,
  readCertificates: CertificateReader = () => null,
): Promise<RecordedDocument | NoDocument> {
  const inner = memberOf(value, 'jwks') ?? value;
  const certificates = readCertificates(inner);
  const set = certificates ?? inner;
  const origin = address ?? findAddress(value, set, fileName);
  // Only Google's certificates are read.
  const url = origin ?? (certificates === null ? null : addressOfIssuer('accounts.google.com'));
  const parsed = await parseKeyDocument(url ?? '', completeKeys(set, url ?? ''));
  if (!parsed.ok) return 'not-keys';
  if (url === null) return 'no-address';
  const time = textOf(value, 'observed_at') ?? textOf(value, '_observed_at') ?? '';
  return { file: fileName, url, observedAtMs: parseTime(time), document: parsed.value };
}
