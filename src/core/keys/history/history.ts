import type { CertificateDates } from '../certificate.ts';
import type { PublishedKey } from '../key.ts';

/** Most keys remembered of one document; those not seen for longest go first. */
export const maxKnownKeys = 2_000;
/** Most earlier identities remembered of one key id; the newest stay. */
export const maxEarlier = 4;
/** Longest key id or owner that is remembered, characters; real ones have some 100. A longer id is known by its thumbprint. */
export const maxHistoryText = 256;
/** An exchange, a changed owner and a late return are told for this long; longer than any genuine key is listed (72 days at most). */
export const rememberedMs = 90 * 24 * 3_600_000;

/** What a key id stood for before, and until when. */
export interface EarlierIdentity {
  readonly thumbprint: string;
  readonly owner: string | null;
  readonly untilMs: number;
}

/** Since when a key is missing from its document's answers. */
export interface Absence {
  /** The first answer that did not list it. */
  readonly sinceMs: number;
  /** Answers in a row that did not list it. */
  readonly answers: number;
  /** Time between those answers, each gap counted up to `maxGapMs`: nobody looked for longer than that. */
  readonly countedMs: number;
}

/** What a document's answers said of one key id. Times are the server's, milliseconds since the epoch. Nothing about a person. */
export interface KnownKey {
  /** RFC 7638, of the newest answer that listed it. */
  readonly thumbprint: string;
  /** The last `issuer` member that was stated; null: never one. */
  readonly owner: string | null;
  readonly certificate: CertificateDates | null;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  /** Null while the newest answer lists it. */
  readonly absence: Absence | null;
  /** When it was last listed again after it had been retired, and since when it had been; null: never. */
  readonly returned: { readonly atMs: number; readonly retiredSinceMs: number } | null;
  readonly earlier: readonly EarlierIdentity[];
}

/** What the answers of one key document said over time. */
export interface KeyHistory {
  readonly url: string;
  readonly keys: ReadonlyMap<string, KnownKey>;
  /** Of the first and of the newest answer; null before the first. */
  readonly sinceMs: number | null;
  readonly observedAtMs: number | null;
  /** From when on no two answers were further apart than `denseGapMs`; null before the first. */
  readonly denseSinceMs: number | null;
  readonly answers: number;
  /** Longest counted absence after which a key came back, as far as was seen. */
  readonly longestAbsenceMs: number;
}

export const emptyHistory = (url: string): KeyHistory => ({
  url,
  keys: new Map(),
  sinceMs: null,
  observedAtMs: null,
  denseSinceMs: null,
  answers: 0,
  longestAbsenceMs: 0,
});

/** Key ids shorter than this are places in a list and no names: Yahoo lists its present key a second time as `0`. */
export const leastNameLength = 8;

/** What a key is known by in its document's history. */
export function historyIdOf({ kid, x5t, thumbprint }: PublishedKey): string {
  const id = kid ?? x5t ?? thumbprint;
  return id.length <= maxHistoryText ? id : thumbprint;
}
