import type { CertificateDates } from '../certificate.ts';
import type { KeyHistory, KnownKey } from './history.ts';
import { retiredSince, unevennessOf } from './retirement.ts';

/** A time as ISO 8601 writes it, in UTC. */
type TimeText = string;

/** One key id of one document. */
export interface ExportedKey {
  readonly kid: string;
  readonly thumbprint: string;
  readonly owner: string | null;
  readonly first_seen: TimeText;
  readonly last_seen: TimeText;
  readonly absent_since: TimeText | null;
  readonly retired_since: TimeText | null;
  /** Listed again after it had been retired. */
  readonly returned_at: TimeText | null;
  readonly certificate: { readonly not_before: TimeText; readonly not_after: TimeText } | null;
  /** What the key id stood for before. */
  readonly earlier: readonly {
    readonly thumbprint: string;
    readonly owner: string | null;
    readonly until: TimeText;
  }[];
  /** Every document of the export that ever listed this material. */
  readonly published_at: readonly string[];
}

export interface ExportedDocument {
  readonly url: string;
  readonly answers: number;
  readonly first_answer: TimeText;
  readonly last_answer: TimeText;
  /** Longest absence that is usual for this server. */
  readonly unevenness_seconds: number;
  readonly keys: readonly ExportedKey[];
}

/** Key histories as a file. Public facts alone: nothing about a person or a session. */
export interface KeyHistoryExport {
  readonly format: 'countersign-key-history';
  readonly version: 1;
  readonly exported_at: TimeText;
  readonly documents: readonly ExportedDocument[];
}

/**
 * Builds the export of histories; documents that never answered are left out.
 * @param timeOf writes milliseconds since the epoch as ISO 8601
 */
export function buildKeyHistoryExport(
  histories: readonly KeyHistory[],
  atMs: number,
  timeOf: (ms: number) => string,
): KeyHistoryExport {
  const places = placesOf(histories);
  return {
    format: 'countersign-key-history',
    version: 1,
    exported_at: timeOf(atMs),
    documents: histories.flatMap((history) => {
      const { url, answers, sinceMs, observedAtMs } = history;
      if (sinceMs === null || observedAtMs === null) return [];
      return [
        {
          url,
          answers,
          first_answer: timeOf(sinceMs),
          last_answer: timeOf(observedAtMs),
          unevenness_seconds: unevennessOf(history) / 1000,
          keys: [...history.keys].map(([kid, known]) =>
            exportKey(kid, known, retiredSince(history, known), places, timeOf),
          ),
        },
      ];
    }),
  };
}

function exportKey(
  kid: string,
  known: KnownKey,
  retiredSinceMs: number | null,
  places: ReadonlyMap<string, readonly string[]>,
  timeOf: (ms: number) => string,
): ExportedKey {
  const optional = (ms: number | null | undefined) =>
    ms === null || ms === undefined ? null : timeOf(ms);
  return {
    kid,
    thumbprint: known.thumbprint,
    owner: known.owner,
    first_seen: timeOf(known.firstSeenMs),
    last_seen: timeOf(known.lastSeenMs),
    absent_since: optional(known.absence?.sinceMs),
    retired_since: optional(retiredSinceMs),
    returned_at: optional(known.returned?.atMs),
    certificate: exportCertificate(known.certificate, timeOf),
    earlier: known.earlier.map(({ thumbprint, owner, untilMs }) => ({
      thumbprint,
      owner,
      until: timeOf(untilMs),
    })),
    published_at: places.get(known.thumbprint) ?? [],
  };
}

function exportCertificate(
  dates: CertificateDates | null,
  timeOf: (ms: number) => string,
): ExportedKey['certificate'] {
  return (
    dates && {
      not_before: timeOf(dates.notBeforeSeconds * 1000),
      not_after: timeOf(dates.notAfterSeconds * 1000),
    }
  );
}

/** Addresses by material. */
function placesOf(histories: readonly KeyHistory[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, Set<string>>();
  for (const { url, keys } of histories) {
    for (const { thumbprint, earlier } of keys.values()) {
      for (const material of [thumbprint, ...earlier.map((one) => one.thumbprint)]) {
        places.set(material, (places.get(material) ?? new Set()).add(url));
      }
    }
  }
  return new Map([...places].map(([material, urls]) => [material, [...urls]]));
}
