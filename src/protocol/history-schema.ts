import * as v from 'valibot';
import type { Severity, Verdict } from '../core/index.ts';
import { verdictSchema } from './inspection-schema.ts';

/** Longest text that is searched for, and most records of one answer. */
export const maxHistoryQuery = 200;
export const maxHistoryPage = 200;

/** One verdict about one token. The same verdict for the same reasons is one record, however often it is reached. */
export interface VerdictRecord {
  readonly atMs: number;
  /** Provider id, null for a token that no known webmail's page sent. */
  readonly provider: string | null;
  /** As the token claims it. Hostile text. */
  readonly account: string | null;
  readonly tenant: string | null;
  readonly verdict: Verdict;
  /** Rules that failed, worst first. */
  readonly failing: readonly { readonly rule: string; readonly severity: Severity }[];
  /** Name of the key, as the token gives it. Hostile text. */
  readonly keyId: string | null;
  /** RFC 7638 thumbprint of the published key that was used; null: none. */
  readonly keyThumbprint: string | null;
  /** `iss` as the token claims it. Hostile text. */
  readonly issuer: string | null;
  /** SHA-256 of the token. */
  readonly fingerprint: string;
  /** Id of the source that saw it, and the host that it was sent to or kept for. */
  readonly source: string;
  readonly host: string;
  /** When somebody went on to a webmail that was closed because of it. Left out: nobody did. */
  readonly continuedAtMs?: number;
}

/** A record with the name of its webmail, or the host where it is none. */
export interface HistoryEntry extends VerdictRecord {
  readonly providerName: string;
}

/** Answer to `history`: the newest first, from `offset`, and how many there are that fit the question. */
export interface HistoryAnswer {
  readonly records: readonly HistoryEntry[];
  readonly total: number;
  /** Every webmail of which there is a record, whatever was asked, by name. */
  readonly webmails: readonly HistoryWebmail[];
}

export interface HistoryWebmail {
  /** Provider id; null: tokens that no known webmail's page sent. */
  readonly provider: string | null;
  readonly providerName: string;
}

const text = v.nullable(v.string());

const members = {
  atMs: v.number(),
  provider: text,
  account: text,
  tenant: text,
  verdict: verdictSchema,
  failing: v.array(
    v.object({ rule: v.string(), severity: v.picklist(['danger', 'attention', 'note']) }),
  ),
  keyId: text,
  keyThumbprint: text,
  issuer: text,
  fingerprint: v.string(),
  source: v.string(),
  host: v.string(),
  continuedAtMs: v.exactOptional(v.number()),
};

export const verdictRecordSchema: v.GenericSchema<unknown, VerdictRecord> = v.object(members);

export const historySchema: v.GenericSchema<unknown, HistoryAnswer> = v.object({
  records: v.array(v.object({ ...members, providerName: v.string() })),
  total: v.number(),
  webmails: v.array(v.object({ provider: text, providerName: v.string() })),
});

/**
 * Asks for verdicts whose record has every word of `query`, whatever their case; an empty one asks for all. What is left out does not
 * matter; times are milliseconds since the epoch, the second of them the first that is too late.
 */
export const historyRequest = v.object({
  type: v.literal('history'),
  query: v.pipe(v.string(), v.maxLength(maxHistoryQuery)),
  verdict: v.exactOptional(verdictSchema),
  provider: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(253)))),
  fromMs: v.exactOptional(v.number()),
  beforeMs: v.exactOptional(v.number()),
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxHistoryPage)),
});
