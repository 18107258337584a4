import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerHistory } from '../../src/background/answers/history.ts';
import { diskDelayMs, diskRestMs } from '../../src/background/disk-writer.ts';
import {
  createHistoryStore,
  maxVerdicts,
  maxVerdictsOfWebmail,
} from '../../src/background/history-store.ts';
import { addInspection, type Inspection, providers, type Session } from '../../src/core/index.ts';
import type { RequestOf } from '../../src/protocol/messages.ts';
import { alwaysCalm } from '../support/calm.ts';
import { inspectionOf } from '../support/inspections.ts';
import { createBrokenTable, createTestTable } from '../support/record-table.ts';

const startMs = inspectionOf().seenAtMs;
const retentionMs = 30 * 24 * 3_600_000;

function setUp(disk = createTestTable()) {
  const problems: string[] = [];
  const clock = { nowMs: startMs };
  const store = createHistoryStore({
    disk,
    retentionMs: () => retentionMs,
    nowMs: () => clock.nowMs,
    calm: alwaysCalm,
    logProblem: (code) => problems.push(code),
  });
  return { store, disk, problems, clock };
}

const forged = (changes: Partial<Inspection> = {}): Inspection =>
  inspectionOf({
    verdict: 'danger',
    outcomes: [
      { rule: 'key-new', outcome: 'fail', severity: 'note', evidence: [] },
      { rule: 'key-foreign', outcome: 'fail', severity: 'danger', evidence: [] },
      { rule: 'token-expired', outcome: 'pass' },
    ],
    ...changes,
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const written = () => vi.advanceTimersByTimeAsync(diskRestMs + diskDelayMs);

describe('going on with a forged session', () => {
  test('is noted at its danger, on disk too, and at nothing else', async () => {
    const { store, disk } = setUp();
    await store.note(forged({ fingerprint: 'a' }), false);
    await store.note(forged({ fingerprint: 'b' }), false);
    await store.note(inspectionOf({ fingerprint: 'a' }), false);
    await store.noteContinued(['a'], startMs + 5);
    const continued = (records: Awaited<ReturnType<typeof store.list>>) =>
      records.flatMap(({ fingerprint, verdict, continuedAtMs }) =>
        continuedAtMs === undefined ? [] : [[fingerprint, verdict, continuedAtMs]],
      );
    expect(continued(await store.list())).toEqual([['a', 'danger', startMs + 5]]);
    await written();
    const later = setUp(disk);
    expect(continued(await later.store.list())).toEqual([['a', 'danger', startMs + 5]]);
  });
});

describe('what a stop has kept from the disk', () => {
  const sessionWith = (inspections: readonly Inspection[], isPrivate = false) => {
    let session: Session | null = null;
    for (const one of inspections) session = addInspection(session, one, { isPrivate, tabIds: [] });
    if (session === null) throw new Error('no session');
    return session;
  };

  test('is noted from the sessions, once, in the order of its time', async () => {
    const { store } = setUp();
    const older = forged({ fingerprint: 'older', seenAtMs: startMs - 5 });
    const newer = forged({ fingerprint: 'newer', seenAtMs: startMs - 1 });
    await store.note(forged({ fingerprint: 'known', seenAtMs: startMs - 3 }), false);
    await store.noteLost([sessionWith([older, newer])]);
    await store.noteLost([sessionWith([older, newer])]);
    expect((await store.list()).map(({ fingerprint }) => fingerprint)).toEqual([
      'newer',
      'known',
      'older',
    ]);
  });

  test('is not noted of private windows, nor where nobody could check anything', async () => {
    const { store } = setUp();
    await store.noteLost([
      sessionWith([forged()], true),
      sessionWith([inspectionOf({ verdict: 'not-inspected' })]),
    ]);
    expect(await store.list()).toEqual([]);
  });

  test('what was dropped for being too many stays dropped', async () => {
    const { store } = setUp();
    for (let at = 0; at < maxVerdictsOfWebmail; at++) {
      await store.note(inspectionOf({ fingerprint: `f${at}`, seenAtMs: startMs + at }), false);
    }
    await store.noteLost([
      sessionWith([inspectionOf({ fingerprint: 'dropped', seenAtMs: startMs - 1 })]),
    ]);
    const prints = (await store.list()).map(({ fingerprint }) => fingerprint);
    expect(prints).not.toContain('dropped');
    expect(prints).toContain('f0');
  });
});

describe('the history of verdicts', () => {
  test('says what was found, when, where and by which key, and no more', async () => {
    const { store } = setUp();
    await store.note(forged(), false);
    expect(await store.list()).toEqual([
      {
        atMs: startMs,
        provider: 'outlook-work',
        account: 'ada@contoso.example',
        tenant: '11111111-2222-4333-8444-555555555555',
        verdict: 'danger',
        failing: [
          { rule: 'key-foreign', severity: 'danger' },
          { rule: 'key-new', severity: 'note' },
        ],
        keyId: 'key',
        keyThumbprint: null,
        issuer: 'https://sts.windows.net/11111111-2222-4333-8444-555555555555/',
        fingerprint: 'fingerprint',
        source: 'request-header',
        host: 'outlook.office.com',
      },
    ]);
  });

  test('the same finding about the same token is one record, before and after restarts', async () => {
    const before = setUp();
    await before.store.note(forged(), false);
    await before.store.note(forged({ seenAtMs: startMs + 1 }), false);
    await written();
    const after = setUp(before.disk);
    await after.store.note(forged({ seenAtMs: startMs + 2 }), false);
    expect((await after.store.list()).map(({ atMs }) => atMs)).toEqual([startMs]);
    await after.store.note(inspectionOf({ seenAtMs: startMs + 3 }), false);
    expect((await after.store.list()).map(({ verdict }) => verdict)).toEqual([
      'verified',
      'danger',
    ]);
  });

  test('private windows and what nobody can check leave nothing', async () => {
    const { store, disk } = setUp();
    await store.note(forged(), true);
    await store.note(inspectionOf({ verdict: 'not-inspected' }), false);
    await written();
    expect(await store.list()).toEqual([]);
    expect(disk.writes()).toBe(0);
  });

  test('many verdicts cost one write', async () => {
    const { store, disk } = setUp();
    for (let at = 0; at < 100; at++) await store.note(forged({ fingerprint: `f${at}` }), false);
    await written();
    expect(disk.writes()).toBe(1);
    expect(disk.records.size).toBe(100);
  });

  test('a flood in one webmail pushes out its own genuine ones first, and nothing of others', async () => {
    const { store, disk } = setUp();
    await store.note(inspectionOf({ provider: 'gmail', fingerprint: 'other' }), false);
    await store.note(inspectionOf({ fingerprint: 'genuine' }), false);
    for (let at = 0; at < maxVerdictsOfWebmail; at++) {
      await store.note(forged({ fingerprint: `f${at}` }), false);
    }
    await written();
    const names = (await store.list()).map(({ fingerprint }) => fingerprint);
    expect(names).toHaveLength(maxVerdictsOfWebmail + 1);
    expect(names).toContain('other');
    expect(names).toContain('f0');
    expect(names).not.toContain('genuine');
    await store.note(forged({ fingerprint: 'last' }), false);
    await written();
    expect((await store.list()).map(({ fingerprint }) => fingerprint)).not.toContain('f0');
    expect(disk.records.size).toBe(maxVerdictsOfWebmail + 1);
  });

  test('of all webmails together there are not too many', async () => {
    const { store } = setUp();
    for (const { id } of providers.slice(0, 5)) {
      for (let at = 0; at < maxVerdicts / 5 + 1; at++) {
        await store.note(inspectionOf({ provider: id, fingerprint: `${id} ${at}` }), false);
      }
    }
    expect(await store.list()).toHaveLength(maxVerdicts);
  });

  test('what is too old is not told, and gone from the disk', async () => {
    const { store, clock, disk } = setUp();
    await store.note(forged(), false);
    await written();
    clock.nowMs += retentionMs + 1;
    expect(await store.list()).toEqual([]);
    await store.tidy();
    await written();
    expect(disk.records.size).toBe(0);
  });

  test('damaged records and those of another version are dropped and logged', async () => {
    const before = setUp();
    await before.store.note(forged(), false);
    await written();
    before.disk.records.set('x', { version: 2, name: 'x', record: {} }).set('y', 'rubbish');
    const { store, problems } = setUp(before.disk);
    expect(await store.list()).toHaveLength(1);
    expect(problems).toEqual(['history-disk-corrupt']);
  });

  test('a disk that refuses costs only what was before', async () => {
    const problems: string[] = [];
    const store = createHistoryStore({
      disk: createBrokenTable(),
      retentionMs: () => retentionMs,
      nowMs: () => startMs,
      calm: alwaysCalm,
      logProblem: (code) => problems.push(code),
    });
    await store.note(forged(), false);
    await written();
    expect(await store.list()).toHaveLength(1);
    expect(problems).toEqual(['history-disk-unreadable', 'history-disk-unwritable']);
    await expect(store.erase()).rejects.toThrow();
  });

  test('is erased on request', async () => {
    const { store, disk } = setUp();
    await store.note(forged(), false);
    await written();
    await store.erase();
    expect(await store.list()).toEqual([]);
    expect(disk.records.size).toBe(0);
  });
});

type Asked = Omit<RequestOf<'history'>, 'type'>;

describe('searching the history', () => {
  async function ask(query: string, offset = 0, limit = 10, more: Partial<Asked> = {}) {
    const { store } = setUp();
    for (let at = 0; at < 5; at++) {
      await store.note(inspectionOf({ fingerprint: `f${at}`, seenAtMs: startMs + at }), false);
    }
    await store.note(
      forged({ provider: 'gmail', fingerprint: 'bad', seenAtMs: startMs + 9 }),
      false,
    );
    return answerHistory({ ...store, webmails: () => providers })({
      type: 'history',
      query,
      offset,
      limit,
      ...more,
    });
  }
  async function search(query: string, offset = 0, limit = 10, more: Partial<Asked> = {}) {
    const { total, records } = await ask(query, offset, limit, more);
    return [total, ...records.map(({ fingerprint }) => fingerprint)];
  }

  test('without words, everything, the newest first, a page at a time', async () => {
    expect(await search('', 0, 2)).toEqual([6, 'bad', 'f4']);
    expect(await search('  ', 4, 5)).toEqual([6, 'f1', 'f0']);
    expect(await search('', 6)).toEqual([6]);
  });

  test('by webmail, rule, account, verdict or day, whatever the case', async () => {
    for (const query of ['GMAIL', 'key-foreign', 'danger ada@', 'Danger']) {
      expect(await search(query)).toEqual([1, 'bad']);
    }
    expect((await search(new Date(startMs).toISOString().slice(0, 10)))[0]).toBe(6);
  });

  test('every word must be there, and words are no patterns', async () => {
    expect(await search('gmail verified')).toEqual([0]);
    expect(await search('.*')).toEqual([0]);
  });

  test('by verdict, webmail and time, exactly, together with words', async () => {
    expect(await search('', 0, 10, { verdict: 'danger' })).toEqual([1, 'bad']);
    expect(await search('', 0, 10, { verdict: 'attention' })).toEqual([0]);
    expect(await search('', 0, 1, { provider: 'outlook-work' })).toEqual([5, 'f4']);
    expect(await search('', 0, 9, { provider: null })).toEqual([0]);
    const times = { fromMs: startMs + 2, beforeMs: startMs + 4 };
    expect(await search('', 0, 9, times)).toEqual([2, 'f3', 'f2']);
    expect(await search('danger', 0, 9, times)).toEqual([0]);
  });

  test('names every webmail of which something is known, whatever is asked', async () => {
    const { webmails } = await ask('nothing has these words');
    expect(webmails.map(({ provider }) => provider)).toEqual(['gmail', 'outlook-work']);
  });
});
