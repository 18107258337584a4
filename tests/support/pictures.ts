import type { KeyHistoryExport } from '../../src/core/index.ts';

export const dayMs = 24 * 3_600_000;
/** When the history of these tests was asked for. */
export const pictureNowMs = Date.parse('2026-11-25T12:00:00Z');

export type ExportedKey = KeyHistoryExport['documents'][number]['keys'][number];

/** So many days before now, as exports write times. */
export const daysAgo = (days: number): string =>
  new Date(pictureNowMs - days * dayMs).toISOString();

/** A key that was listed from the first answer to the last, with changes. */
export const exportedKey = (kid: string, changes: Partial<ExportedKey> = {}): ExportedKey => ({
  kid,
  thumbprint: `thumbprint of ${kid}`,
  owner: 'https://login.microsoftonline.com/{tenantid}/v2.0',
  first_seen: daysAgo(60),
  last_seen: daysAgo(0),
  absent_since: null,
  retired_since: null,
  returned_at: null,
  certificate: null,
  earlier: [],
  published_at: [],
  ...changes,
});

export const sharedUrl = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';

/** A history of documents that were watched for 60 days. */
export const exportOf = (
  documents: Readonly<Record<string, readonly ExportedKey[]>>,
): KeyHistoryExport => ({
  format: 'countersign-key-history',
  version: 1,
  exported_at: daysAgo(0),
  documents: Object.entries(documents).map(([url, keys]) => ({
    url,
    answers: 60,
    first_answer: daysAgo(60),
    last_answer: daysAgo(0),
    unevenness_seconds: 48 * 3600,
    keys,
  })),
});
