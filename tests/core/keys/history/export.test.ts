import { expect, test } from 'vitest';
import {
  buildKeyHistoryExport,
  emptyHistory,
  observeDocument,
} from '../../../../src/core/index.ts';
import { documentOf, hour, keyOf, repeat, replay } from '../../../support/histories.ts';
import { commonKeysUrl, commonV1KeysUrl } from '../../../support/keys.ts';
import { enterpriseOwner } from '../../../support/tokens.ts';

const timeOf = (ms: number) => new Date(ms).toISOString();

test('the export says everything that is known of each key, and where it was published', () => {
  const certificate = { notBeforeSeconds: 0, notAfterSeconds: 60, sha1: 'a', sha256: 'b' };
  const a = keyOf('a', { certificate });
  const b = keyOf('b');
  const swapped = keyOf('b', { thumbprint: 'another' });
  const { history } = replay([0, [a, b]], [hour, [swapped]], ...repeat(6, 24 * hour, [swapped]));
  const other = observeDocument(
    emptyHistory(commonV1KeysUrl),
    documentOf([a], commonV1KeysUrl),
    0,
  ).history;
  const never = emptyHistory('https://keys.example/jwks');
  const built = buildKeyHistoryExport([history, other, never], 7 * hour, timeOf);
  expect(built).toMatchObject({
    format: 'countersign-key-history',
    version: 1,
    exported_at: '1970-01-01T07:00:00.000Z',
  });
  expect(built.documents.map(({ url }) => url)).toEqual([commonKeysUrl, commonV1KeysUrl]);
  expect(built.documents[0]).toEqual({
    url: commonKeysUrl,
    answers: 8,
    first_answer: '1970-01-01T00:00:00.000Z',
    last_answer: '1970-01-07T01:00:00.000Z',
    unevenness_seconds: 172_800,
    keys: [
      {
        kid: 'a',
        thumbprint: a.thumbprint,
        owner: enterpriseOwner,
        first_seen: '1970-01-01T00:00:00.000Z',
        last_seen: '1970-01-01T00:00:00.000Z',
        absent_since: '1970-01-01T01:00:00.000Z',
        retired_since: '1970-01-03T01:00:00.000Z',
        returned_at: null,
        certificate: {
          not_before: '1970-01-01T00:00:00.000Z',
          not_after: '1970-01-01T00:01:00.000Z',
        },
        earlier: [],
        published_at: [commonKeysUrl, commonV1KeysUrl],
      },
      expect.objectContaining({
        kid: 'b',
        thumbprint: 'another',
        first_seen: '1970-01-01T01:00:00.000Z',
        earlier: [
          { thumbprint: b.thumbprint, owner: enterpriseOwner, until: '1970-01-01T01:00:00.000Z' },
        ],
        published_at: [commonKeysUrl],
      }),
    ],
  });
});
