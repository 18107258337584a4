import { describe, expect, test, vi } from 'vitest';
import { inspectionOf } from '../support/inspections.ts';

vi.mock('webextension-polyfill', () => import('../support/polyfill.ts').then((m) => m.polyfill));
const { listEvidence } = await import('../../src/popup/evidence-rows.ts');

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

describe('why something was not read', () => {
  const because = (notInspected: string, ofSession: readonly string[] = []) =>
    listEvidence(
      inspectionOf({ token: null, notInspected }),
      'en',
      [notInspected, ...ofSession].map((code) => inspectionOf({ notInspected: code })),
    ).flatMap(({ label, value }) =>
      /not_readable|unread/.test(label) ? [[label, value] as const] : [],
    );
  const cache = 'It is an encrypted cache of MSAL.js, which only the page that keeps it can read.';

  test.each([
    ['opaque-encrypted-cache', cache],
    ['encrypted', 'It is encrypted, so only its recipient can read it.'],
    ['opaque', 'It has no form that anybody but its issuer can check.'],
    ['opaque-google', 'It has no form that anybody but its issuer can check.'],
    ['bad-json', 'It looks like a token but cannot be read (bad-json).'],
    ['bad\u202ejson', 'It looks like a token but cannot be read (bad⟨U+202E⟩json).'],
  ])('is a sentence for %s', (code, sentence) => {
    expect(because(code)).toEqual([['evidence_not_readable', sentence]]);
  });

  test('is told of others of the session too, each reason once', () => {
    const read = inspectionOf();
    const unread = (notInspected: string) => inspectionOf({ notInspected });
    const rows = listEvidence(read, 'en', [
      read,
      unread('opaque-encrypted-cache'),
      unread('opaque-encrypted-cache'),
      unread('encrypted'),
    ]);
    expect(rows.slice(-2).map(({ label, value }) => [label, value])).toEqual([
      ['evidence_unread', cache],
      ['evidence_unread', 'It is encrypted, so only its recipient can read it.'],
    ]);
    expect(rows.filter(({ label }) => label === 'evidence_unread')).toHaveLength(2);
  });
});
