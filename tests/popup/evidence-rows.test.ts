import { expect, test } from 'vitest';
import { listEvidence } from '../../src/popup/evidence-rows.ts';
import { inspectionOf } from '../support/inspections.ts';

test('evidence of a finding comes first and is not repeated', () => {
  const iss = inspectionOf().token?.iss ?? '';
  const rows = listEvidence(
    inspectionOf({
      outcomes: [
        {
          rule: 'lifetime-excessive',
          outcome: 'fail',
          severity: 'attention',
          evidence: [
            { name: 'lifetime', value: '7200' },
            { name: 'issuer', value: iss },
          ],
        },
      ],
    }),
    'en',
  );
  expect(rows[0]).toEqual({
    label: 'evidence_lifetime',
    value: '2 hours',
    isExact: false,
    isFormatted: true,
  });
  expect(rows.filter(({ value }) => value === iss)).toHaveLength(1);
});

test('a token that could not be read still has where and when it was seen', () => {
  const rows = listEvidence(inspectionOf({ token: null, notInspected: 'opaque' }), 'en');
  expect(rows.map(({ label }) => label)).toEqual([
    'evidence_host',
    'evidence_seen_at',
    'evidence_token',
    'evidence_not_readable',
  ]);
});
