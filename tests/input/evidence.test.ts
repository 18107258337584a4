import { describe, expect, test } from 'vitest';
import {
  looksLikeEvidence,
  maxEvidenceCharacters,
  maxEvidencePieces,
  maxEvidenceText,
  maxEvidenceTokens,
  readEvidence,
} from '../../src/input/evidence.ts';
import { runTask, taskOf } from '../support/bench-runs.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import { saveEvidence } from '../support/saved-evidence.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

const enterprise = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const keys = await keyPortOf({ [commonKeysUrl]: [enterprise.entry, consumer.entry] });
const genuine = await inspectToken(await signToken(enterprise, entraClaims()), keys);
const forged = await inspectToken(await signToken(consumer, entraClaims()), keys);

const token = (changes: object = {}) => ({
  fingerprint: 'A'.repeat(43),
  verdict: 'danger',
  seen: '2026-11-24T12:00:00.000Z',
  host: 'outlook.office.com',
  outcomes: [],
  ...changes,
});
const fileOf = (...tokens: readonly unknown[]) =>
  JSON.stringify({ format: 'countersign-evidence', tokens });

describe('saved evidence', () => {
  test('is read back as it was found: verdicts, findings, what tokens said', async () => {
    const text = await saveEvidence([genuine, forged]);
    expect(looksLikeEvidence(text)).toBe(true);
    const read = readEvidence(text) ?? [];
    for (const one of [genuine, forged]) {
      const found = read.find(({ fingerprint }) => fingerprint === one.fingerprint);
      expect(found?.verdict).toBe(one.verdict);
      expect(found?.outcomes).toEqual(one.outcomes);
      expect(found?.token).toEqual(one.token);
      expect(found?.key).toEqual(one.key);
      expect(found?.seenAtMs).toBe(one.seenAtMs);
    }
  });

  test('is shown on the bench as what was found then, and judged by nothing', async () => {
    const { lines, summary, ask } = await runTask(taskOf(await saveEvidence([forged])));
    expect(lines).toMatchObject([
      {
        verdict: 'danger',
        account: 'ada@contoso.example',
        failed: [{ rule: 'key-foreign' }, {}].slice(0, 1),
      },
    ]);
    expect(summary).toMatchObject({ isRecorded: true, counts: { danger: 1 }, missingKeys: [] });
    expect(summary?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(ask({ type: 'detail', index: 0 })).toMatchObject({
      detail: { token: { account: 'ada@contoso.example' }, header: null, claims: null },
    });
    const report = ask({ type: 'report', program: '1' });
    const text = report.type === 'report' ? await report.report.text() : '';
    expect(JSON.parse(text)).toMatchObject({ is_recorded: true });
    expect(text).not.toContain('ada@contoso');
  });

  test('is told from other files', () => {
    expect(looksLikeEvidence('{"log":{}}')).toBe(false);
    expect(readEvidence('{"format":"another","tokens":[]}')).toBeNull();
    expect(readEvidence('{"format":"countersign-evidence"')).toBeNull();
    for (const odd of ['null', '[]', '7', '""', '']) expect(readEvidence(odd)).toBeNull();
  });

  test('with tokens that cannot be read loses those alone', () => {
    const odd = [
      null,
      7,
      [],
      {},
      token({ verdict: 'fine' }),
      token({ fingerprint: 'x' }),
      token({ seen: 1 }),
    ];
    expect(readEvidence(fileOf(...odd, token()))).toHaveLength(1);
    expect(readEvidence('{"format":"countersign-evidence","tokens":{"length":5}}')).toEqual([]);
  });

  test('keeps no rule, reason, name or severity that nobody knows', () => {
    const outcomes = [
      null,
      { rule: 'made-up', outcome: 'pass' },
      { rule: 'key-foreign', outcome: 'odd' },
      { rule: 'key-foreign', outcome: 'fail', severity: 'worst', evidence: [] },
      { rule: 'key-foreign', outcome: 'unknown', reason: 'toString' },
      {
        rule: 'key-foreign',
        outcome: 'fail',
        severity: 'danger',
        evidence: [{ name: 'made-up', value: 'x' }, { name: 'key-id', value: 7 }, 'x'],
      },
    ];
    const [read] =
      readEvidence(fileOf(token({ outcomes, issuer: '<b>', not_inspected: 'A B' }))) ?? [];
    expect(read?.outcomes).toEqual([
      { rule: 'key-foreign', outcome: 'fail', severity: 'danger', evidence: [] },
    ]);
    expect(read).toMatchObject({ issuer: null, notInspected: null });
  });

  test('is bounded: tokens, pieces of evidence, texts, the whole', () => {
    const evidence = Array(maxEvidencePieces + 1).fill({ name: 'key-id', value: 'k' });
    const outcomes = [{ rule: 'key-foreign', outcome: 'fail', severity: 'note', evidence }];
    const long = 'x'.repeat(maxEvidenceText + 1);
    const [read] = readEvidence(fileOf(token({ outcomes, host: long }))) ?? [];
    expect(read?.outcomes[0]).toMatchObject({
      evidence: Array(maxEvidencePieces).fill(evidence[0]),
    });
    expect(read?.host).toHaveLength(maxEvidenceText);
    const many = Array(maxEvidenceTokens + 1).fill(token());
    expect(readEvidence(fileOf(...many))).toHaveLength(maxEvidenceTokens);
    expect(readEvidence(fileOf(token()).padEnd(maxEvidenceCharacters + 1))).toBeNull();
  });
});
