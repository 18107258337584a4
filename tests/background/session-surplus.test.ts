import { describe, expect, test } from 'vitest';
import { listSurplus, maxSessionBytes, maxSessions } from '../../src/background/session-surplus.ts';
import {
  addInspection,
  type Inspection,
  maxInspections,
  type Session,
} from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';

const startMs = 1_795_521_660_000;
const retentionMs = 24 * 3_600_000;

function sessionOf(name: string, changes: Partial<Inspection>, isPrivate = false): Session {
  const base = inspectionOf({ seenAtMs: startMs, ...changes });
  const token = base.token && { ...base.token, subject: name, account: name };
  return addInspection(null, { ...base, token }, { isPrivate, tabIds: [1] });
}

/** What is left after all of these came one after the other, as the store does it. */
function keep(all: Iterable<Session>, nowMs = startMs): readonly Session[] {
  const kept = new Map<string, Session>();
  for (const session of all) {
    kept.set(session.id, session);
    for (const id of listSurplus([...kept.values()], nowMs, retentionMs)) kept.delete(id);
  }
  return [...kept.values()];
}

function* flood(count: number, changes: Partial<Inspection>, isPrivate = false) {
  for (let at = 0; at < count; at++) {
    yield sessionOf(`made-up-${at}`, { seenAtMs: startMs + at, ...changes }, isPrivate);
  }
}

const accountsOf = (sessions: readonly Session[]) => sessions.map(({ account }) => account);

describe('sessions that are too many', () => {
  test('one more than there may be goes, the one not seen for longest', () => {
    const kept = keep(flood(maxSessions + 1, { verdict: 'undetermined' }));
    expect(kept).toHaveLength(maxSessions);
    expect(accountsOf(kept)).not.toContain('made-up-0');
    expect(accountsOf(kept)).toContain('made-up-1');
  });

  test.each(['danger', 'undetermined', 'attention'] as const)(
    'ten thousand made-up accounts that are %s push out no session of another webmail',
    (verdict) => {
      const own = [
        sessionOf('gmail', { provider: 'gmail', verdict: 'not-inspected' }),
        sessionOf('consumer', { provider: 'outlook-consumer', verdict: 'undetermined' }),
        sessionOf('stranger', { provider: null, verdict: 'attention' }),
      ];
      const kept = keep([...own, ...flood(10_000, { provider: 'outlook-work', verdict })]);
      expect(kept).toHaveLength(maxSessions);
      expect(accountsOf(kept)).toEqual(
        expect.arrayContaining(['gmail', 'consumer', 'stranger', 'made-up-9999']),
      );
    },
  );

  test.each(['danger', 'undetermined'] as const)(
    'nor a genuine one of the same webmail: %s',
    (verdict) => {
      const own = sessionOf('ada', { verdict: 'verified' });
      expect(accountsOf(keep([own, ...flood(2_000, { verdict })]))).toContain('ada');
    },
  );

  test('nor the one danger among what cannot be checked', () => {
    const own = sessionOf('forged', { verdict: 'danger' });
    const kept = keep([own, ...flood(2_000, { verdict: 'undetermined' })]);
    expect(accountsOf(kept)).toContain('forged');
  });

  test('what happens in a private window pushes out nothing else', () => {
    const own = sessionOf('ada', { verdict: 'undetermined' });
    const kept = keep([own, ...flood(500, { verdict: 'undetermined' }, true)]);
    expect(accountsOf(kept)).toContain('ada');
  });

  test('what is too old goes whatever there is', () => {
    const kept = keep([sessionOf('ada', {})], startMs + retentionMs + 1);
    expect(kept).toEqual([]);
    expect(keep([sessionOf('ada', {})], startMs + retentionMs)).toHaveLength(1);
  });
});

describe('sessions that are too large', () => {
  /** As many long texts as an inspection can hold, in as many tokens as a session can. */
  function giantOf(name: string): Session {
    const long = 'x'.repeat(512);
    let session = sessionOf(name, { provider: 'outlook-work' });
    for (let at = 0; at < maxInspections; at++) {
      const base = inspectionOf({ fingerprint: `${name}${at}`, seenAtMs: startMs + at });
      const token = base.token && {
        ...base.token,
        subject: name,
        account: name,
        aud: Array.from({ length: 8 }, () => long),
      };
      session = addInspection(session, { ...base, token }, { isPrivate: false, tabIds: [1] });
    }
    return session;
  }

  const sizeOf = (sessions: readonly Session[]) =>
    sessions.reduce(
      (sum, { inspections }) => sum + Buffer.byteLength(JSON.stringify(inspections)),
      0,
    );

  test('their webmail’s go until the rest fits, and no other’s', () => {
    const own = sessionOf('gmail', { provider: 'gmail', verdict: 'not-inspected' });
    const giants = Array.from({ length: maxSessions - 1 }, (_value, at) => giantOf(`giant${at}`));
    expect(sizeOf(giants)).toBeGreaterThan(maxSessionBytes);
    const kept = keep([own, ...giants]);
    expect(sizeOf(kept)).toBeLessThanOrEqual(maxSessionBytes);
    expect(kept.length).toBeGreaterThan(5);
    expect(accountsOf(kept)).toContain('gmail');
  });
});
