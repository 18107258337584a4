import { describe, expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { styleFor } from '../../src/cli/style.ts';
import { buildSummary, buildTable } from '../../src/cli/table.ts';
import type { Report } from '../../src/input/report.ts';

const report: Report = {
  verdict: 'attention',
  provider: 'outlook-work',
  issuer: 'entra',
  account: 'a…@contoso.example',
  fingerprint: 'f'.repeat(43),
  key: { kid: 'k1', thumbprint: 't'.repeat(43), owner: null, url: 'https://keys.example/jwks' },
  outcomes: [
    { rule: 'signature-invalid', outcome: 'pass' },
    { rule: 'key-foreign', outcome: 'unknown', reason: 'key-owner-unstated' },
    { rule: 'alg-none', outcome: 'not-applicable' },
    {
      rule: 'token-expired',
      outcome: 'fail',
      severity: 'attention',
      evidence: [
        { name: 'expires-at', value: '1795521600' },
        { name: 'lifetime', value: '4500' },
        { name: 'detail', value: `\u001b[2J${'word '.repeat(30)}${'x'.repeat(150)}` },
      ],
    },
  ],
  not_inspected: null,
  host: 'outlook.office.com',
  at: '2026-11-24T12:01:00.000Z',
  place: 'line 1',
  seen: 3,
};
const plain = styleFor({ stdout: { columns: 80 }, environment: {} });

describe('the table', () => {
  test('speaks in the words of the popup', () => {
    const table = buildTable(report, plain);
    expect(table).toContain(`line 1: ${messages.short_attention.message}`);
    expect(table).toContain('✓ signature-invalid: The signature');
    const words = table.replaceAll(/\s+/g, ' ');
    expect(words).toContain(messages.reason_key_owner_unstated.message);
    expect(words).toContain(
      `✕ token-expired (attention): ${messages.rule_token_expired_title.message}`,
    );
    expect(words).toContain(`${messages.evidence_expires_at.message}: 2026-11-24T12:00:00.000Z`);
    expect(words).toContain('4500 s (1.3 h)');
    expect(words).toContain('found 3 times');
    expect(words).not.toContain('alg-none');
  });

  test('wraps what is long, and cuts a word that is longer than a line', () => {
    const lines = buildTable(report, plain).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.join('').replaceAll(' ', '')).toContain('x'.repeat(150));
  });

  test('has nothing that a terminal obeys, and colour only on a terminal that wants it', () => {
    const esc = '\u001b';
    expect(buildTable(report, plain)).not.toContain(esc);
    const at = (stdout: object, environment: Record<string, string> = {}) =>
      buildTable(report, styleFor({ stdout, environment }));
    expect(at({ isTTY: true, columns: 80 })).toContain(`${esc}[33m`);
    expect(at({ isTTY: true }, { NO_COLOR: '1' })).not.toContain(esc);
    expect(at({ isTTY: true }, { TERM: 'dumb' })).not.toContain(esc);
    expect(at({}, { NO_COLOR: '' })).not.toContain(esc);
    // Without its colours it says the same.
    const coloured = at({ isTTY: true, columns: 80 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken out
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(buildTable(report, plain));
  });

  test.each([
    ['encrypted', 'encrypted for its recipient'],
    ['encrypted-cache', 'an encrypted cache of MSAL.js, only for the page that keeps it'],
    ['opaque-encrypted-cache', 'an encrypted cache of MSAL.js, only for the page that keeps it'],
    ['masked', 'taken out by whoever made the file'],
    ['opaque-google', 'has no form that can be read (google)'],
    ['segment-count', 'cannot be read (segment-count)'],
  ])('says in words why %s was not checked', (reason, words) => {
    const table = buildTable({ ...report, outcomes: [], key: null, not_inspected: reason }, plain);
    expect(table).toContain(words);
  });

  test('ends in a line about all tokens, the worst first', () => {
    const counts = new Map([
      ['verified', 12],
      ['danger', 1],
      ['undetermined', 3],
    ] as const);
    expect(buildSummary(counts)).toBe('16 tokens: 1 forged, 3 could not check, 12 genuine');
    expect(buildSummary(new Map([['not-inspected', 1]]))).toBe('1 token: 1 not checkable');
  });
});
