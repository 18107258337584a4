import { describe, expect, test } from 'vitest';
import {
  addInspection,
  endOf,
  endSession,
  type Inspection,
  type Session,
  settleMs,
  type TokenUse,
  touchSession,
  unusedAfterMs,
} from '../../../src/core/index.ts';
import { expiryGraceMs } from '../../../src/core/session/end.ts';
import { inspectionOf } from '../../support/inspections.ts';

const use = { isPrivate: false, tabIds: [1] };
const seenAtMs = inspectionOf().seenAtMs;
const expiresAtMs = (inspectionOf().token?.expiresAtSeconds ?? 0) * 1000;
const endMs = seenAtMs + 60_000;

const sessionOf = (...inspections: readonly Inspection[]): Session => {
  const [first = inspectionOf(), ...rest] = inspections;
  return rest.reduce<Session>(
    (session, inspection) => addInspection(session, inspection, use),
    addInspection(null, first, use),
  );
};
const ended = (session = sessionOf()) =>
  endSession(session, { atMs: endMs, because: 'signed-out' });
const touch = (atMs: number, changes: Partial<TokenUse> = {}): TokenUse => ({
  fingerprint: 'fingerprint',
  source: 'request-header',
  host: 'outlook.office.com',
  tabIds: [1],
  atMs,
  isLeftBehind: false,
  ...changes,
});
const withExpiry = (fingerprint: string, expiresAtSeconds: number | null): Inspection => {
  const base = inspectionOf({ fingerprint });
  return { ...base, token: base.token && { ...base.token, expiresAtSeconds } };
};

describe('what ends a session', () => {
  test('nothing, while its tokens are good and it is used', () => {
    expect(endOf(sessionOf(), false, seenAtMs + 1000)).toBeNull();
  });

  test('a sign-out, once and for all', () => {
    const again = endSession(ended(), { atMs: endMs + 1, because: 'cookies-gone' });
    expect(endOf(again, false, endMs)).toEqual({ atMs: endMs, because: 'signed-out' });
  });

  test('the end of its last token', () => {
    const session = sessionOf(
      withExpiry('a', expiresAtMs / 1000),
      withExpiry('b', expiresAtMs / 1000 + 3600),
    );
    expect(endOf(session, false, expiresAtMs + expiryGraceMs + 1)).toBeNull();
    const lastMs = expiresAtMs + 3_600_000;
    expect(endOf(session, false, lastMs + expiryGraceMs)).toBeNull();
    expect(endOf(session, false, lastMs + expiryGraceMs + 1)).toEqual({
      atMs: lastMs,
      because: 'expired',
    });
  });

  test('not of a webmail whose session no token carries, nor where a token says no end', () => {
    const afterwards = expiresAtMs + expiryGraceMs + 1;
    expect(endOf(sessionOf(), true, afterwards)).toBeNull();
    const session = sessionOf(inspectionOf(), withExpiry('opaque', null));
    expect(endOf(session, false, afterwards)).toBeNull();
    const unread = sessionOf(inspectionOf(), inspectionOf({ fingerprint: 'c', token: null }));
    expect(endOf(unread, false, afterwards)).toBeNull();
  });

  test('not while servers go on taking a token that has run out', () => {
    const session = touchSession(sessionOf(), touch(expiresAtMs + 1));
    expect(endOf(session, false, expiresAtMs + expiryGraceMs + 1)).toBeNull();
  });

  test('that nothing was seen of it for a day, which is told as that', () => {
    expect(endOf(sessionOf(), true, seenAtMs + unusedAfterMs)).toBeNull();
    expect(endOf(sessionOf(), true, seenAtMs + unusedAfterMs + 1)).toEqual({
      atMs: seenAtMs,
      because: 'unused',
    });
  });
});

describe('a session that was ended', () => {
  test('stays ended through what was under way', () => {
    expect(touchSession(ended(), touch(endMs + settleMs)).end).not.toBeNull();
    const judgedLate = inspectionOf({ seenAtMs: endMs - 1, fingerprint: 'late' });
    expect(addInspection(ended(), judgedLate, use).end).not.toBeNull();
    const hint = inspectionOf({ seenAtMs: endMs + 100, fingerprint: 'hint' });
    expect(addInspection(ended(), hint, use).end).not.toBeNull();
  });

  test('goes on when a token of it is used later', () => {
    expect(touchSession(ended(), touch(endMs + settleMs + 1)).end).toBeNull();
  });

  test('begins anew with a token that was issued after it', () => {
    const base = inspectionOf({ seenAtMs: endMs + 5_000, fingerprint: 'new' });
    const fresh: Inspection = {
      ...base,
      token: base.token && { ...base.token, issuedAtSeconds: endMs / 1000 + 3 },
    };
    expect(addInspection(ended(), fresh, use).end).toBeNull();
  });

  test('stays ended through a token that was left behind in storage, and not through a new one there', () => {
    const later = endMs + settleMs + 1;
    expect(touchSession(ended(), touch(later, { isLeftBehind: true })).end).not.toBeNull();
    const stored = { ...use, isLeftBehind: true };
    const known = inspectionOf({ seenAtMs: later });
    expect(addInspection(ended(), known, stored).end).not.toBeNull();
    const other = inspectionOf({ seenAtMs: later, fingerprint: 'other' });
    expect(addInspection(ended(), other, stored).end).toBeNull();
  });

  test('a token of the far future does not keep the session from ending again', () => {
    const base = inspectionOf({ seenAtMs: endMs + 1, fingerprint: 'forged' });
    const forged: Inspection = {
      ...base,
      token: base.token && { ...base.token, issuedAtSeconds: Number.MAX_VALUE },
    };
    const again = endSession(addInspection(ended(), forged, use), {
      atMs: endMs + 2,
      because: 'signed-out',
    });
    expect(endOf(again, false, endMs + 3)?.atMs).toBe(endMs + 2);
  });
});
