import type { Inspection } from '../core/index.ts';
import { type EvidenceRow, rowOf } from '../ui/evidence-row.ts';
import { formatTime } from '../ui/format.ts';
import { describeUnread } from '../ui/unread-reason.ts';

/**
 * Everything an expert asks of one token, without repeating what the findings' evidence says already, and why others of its session were
 * not read.
 */
export function listEvidence(
  inspection: Inspection,
  language: string,
  ofSession: readonly Inspection[] = [],
): readonly EvidenceRow[] {
  const { token, key, fingerprint, host, seenAtMs, outcomes } = inspection;
  const time = (label: string, seconds: number | null | undefined): EvidenceRow[] =>
    seconds === null || seconds === undefined
      ? []
      : [{ label, value: formatTime(seconds, language), isExact: false, isFormatted: true }];
  const exact = (label: string, value: string | null | undefined): EvidenceRow[] =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label, value, isExact: true, isFormatted: false }];
  const unread = (label: string, code: string | null): EvidenceRow[] =>
    code === null
      ? []
      : [{ label, value: describeUnread(code), isExact: false, isFormatted: true }];
  const rows = [
    ...exact('evidence_issuer', token?.iss),
    ...exact('evidence_tenant', token?.tenant),
    ...exact('evidence_account', token?.account),
    ...exact('evidence_key_id', token?.kid),
    ...exact('evidence_key_thumbprint', key?.thumbprint),
    ...exact('evidence_key_owner', key?.owner),
    ...exact('evidence_key_document', key?.url),
    ...exact('evidence_algorithm', joined(token?.alg, token?.enc)),
    ...exact('evidence_audience', token?.aud.join(', ')),
    ...time('evidence_issued_at', token?.issuedAtSeconds),
    ...time('evidence_expires_at', token?.expiresAtSeconds),
    ...exact('evidence_host', host),
    ...time('evidence_seen_at', seenAtMs / 1000),
    ...exact('evidence_token', fingerprint),
    ...unread('evidence_not_readable', inspection.notInspected),
  ];
  const known = new Set(rows.map(({ label, value }) => `${label} ${value}`));
  const found = outcomes
    .flatMap((outcome) => (outcome.outcome === 'fail' ? outcome.evidence : []))
    .map((piece) => rowOf(piece, language))
    .filter(({ label, value }) => value !== '' && !known.has(`${label} ${value}`));
  const others = ofSession
    .filter(({ notInspected }) => notInspected !== inspection.notInspected)
    .flatMap(({ notInspected }) => unread('evidence_unread', notInspected));
  return [...uniqueRows(found), ...rows, ...uniqueRows(others)];
}

/** The algorithm of a signature, or the two of an encryption. */
const joined = (...names: readonly (string | null | undefined)[]): string =>
  names.filter((name) => typeof name === 'string').join(', ');

function uniqueRows(rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  return [...new Map(rows.map((row) => [`${row.label} ${row.value}`, row])).values()];
}
