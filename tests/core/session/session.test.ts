import { describe, expect, test } from 'vitest';
import { addInspection, type Inspection, touchSession } from '../../../src/core/index.ts';
import { inspectionOf } from '../../support/inspections.ts';

const use = { isPrivate: false, tabIds: [1] };
const forgedAnswer = (changes: Partial<Inspection> = {}): Inspection =>
  inspectionOf({
    verdict: 'danger',
    outcomes: [
      { rule: 'code-hash-mismatch', outcome: 'fail', severity: 'danger', evidence: [] },
      { rule: 'signature-invalid', outcome: 'pass' },
    ],
    ...changes,
  });

describe('a session with one more inspection', () => {
  test('a token judged again has one inspection, the newer', () => {
    const older = inspectionOf({ verdict: 'danger' });
    const newer = inspectionOf({ seenAtMs: older.seenAtMs + 1 });
    const session = addInspection(addInspection(null, older, use), newer, use);
    expect(session.inspections).toEqual([newer]);
  });

  test('a use that is judged again later does not make its tab’s last use older', () => {
    const first = inspectionOf();
    const touched = touchSession(addInspection(null, first, use), {
      fingerprint: first.fingerprint,
      source: first.source,
      host: first.host,
      tabIds: [1],
      atMs: first.seenAtMs + 60_000,
      isLeftBehind: false,
    });
    const session = addInspection(touched, first, use);
    expect(session.tabs).toEqual([{ tabId: 1, atMs: first.seenAtMs + 60_000 }]);
    expect(session.lastSeenAtMs).toBe(first.seenAtMs + 60_000);
  });

  test('a token seen again alone does not take back what was wrong about its companion', () => {
    const older = forgedAnswer();
    const newer = inspectionOf({ seenAtMs: older.seenAtMs + 1 });
    const session = addInspection(addInspection(null, older, use), newer, use);
    expect(session.inspections).toEqual([newer, older]);
  });

  test.each([
    'token-hash-mismatch',
    'possession-unproven',
    'proof-invalid',
    'proof-for-other-request',
    'proof-for-other-token',
    'device-binding-broken',
    'audience-elsewhere',
    'expired-but-accepted',
    'issuer-not-trusted',
  ])('nor what was wrong about its use: %s', (rule) => {
    const wrong = { rule, outcome: 'fail', severity: 'attention', evidence: [] } as const;
    const older = inspectionOf({ verdict: 'attention', outcomes: [wrong] });
    const newer = inspectionOf({ seenAtMs: older.seenAtMs + 1 });
    const session = addInspection(addInspection(null, older, use), newer, use);
    expect(session.inspections).toEqual([newer, older]);
    const again = { ...older, seenAtMs: older.seenAtMs + 2 };
    expect(addInspection(addInspection(null, older, use), again, use).inspections).toEqual([again]);
  });

  test('the same sighting judged again does', () => {
    const session = addInspection(addInspection(null, forgedAnswer(), use), inspectionOf(), use);
    expect(session.inspections).toEqual([inspectionOf()]);
  });
});
