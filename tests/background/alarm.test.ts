import { describe, expect, test } from 'vitest';
import { createAlarm, type DangerNews, maxTold } from '../../src/background/alarm.ts';
import {
  addInspection,
  type Inspection,
  type Session,
  sessionVerdict,
} from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';

const startMs = 1_795_521_660_000;
const key = { kid: 'key', thumbprint: 'thumbprint', owner: null, url: 'https://keys.example/' };
const forged = (changes: Partial<Inspection> = {}): Inspection =>
  inspectionOf({
    verdict: 'danger',
    key,
    outcomes: [{ rule: 'key-foreign', outcome: 'fail', severity: 'danger', evidence: [] }],
    ...changes,
  });
const sessionOf = (inspection: Inspection, isPrivate = false): Session =>
  addInspection(null, inspection, { isPrivate, tabIds: [1] });

function setUp(kept: { disk?: Map<string, unknown>; memory?: Map<string, unknown> } = {}) {
  const { disk = new Map<string, unknown>(), memory = new Map<string, unknown>() } = kept;
  const told: DangerNews[] = [];
  const problems: string[] = [];
  const choice = { isOn: true, isRefused: false };
  const alarm = createAlarm({
    disk: {
      load: async (name) => disk.get(name),
      save: async (name, value) => void disk.set(name, value),
      remove: async (name) => void disk.delete(name),
    },
    memory: {
      load: async (name) => memory.get(name),
      save: async (name, value) => void memory.set(name, value),
    },
    ready: Promise.resolve(),
    isOn: () => choice.isOn,
    verdictOf: (session) => sessionVerdict(session, startMs),
    notify: async (news) => {
      told.push(news);
      if (choice.isRefused) throw new Error('no notifications here');
    },
    logProblem: (code) => problems.push(code),
  });
  return { alarm, told, problems, choice, disk, memory };
}

describe('a danger', () => {
  test('is told once, however often it is looked at, at the same time too', async () => {
    const { alarm, told } = setUp();
    const session = sessionOf(forged());
    await Promise.all([alarm.tell([session]), alarm.tell([session])]);
    await alarm.tell([session]);
    expect(told.map(({ rule }) => rule)).toEqual(['key-foreign']);
  });

  test('is not told again after the browser was closed, or the background stopped', async () => {
    const first = setUp();
    await first.alarm.tell([sessionOf(forged())]);
    const second = setUp({ disk: first.disk });
    await second.alarm.tell([sessionOf(forged())]);
    expect(second.told).toEqual([]);
  });

  test('with a newer token of the same key is no news; another key, rule or account is', async () => {
    const { alarm, told } = setUp();
    await alarm.tell([sessionOf(forged())]);
    await alarm.tell([sessionOf(forged({ fingerprint: 'newer' }))]);
    expect(told).toHaveLength(1);
    await alarm.tell([sessionOf(forged({ key: { ...key, thumbprint: 'other' } }))]);
    await alarm.tell([
      sessionOf(
        forged({
          outcomes: [{ rule: 'alg-none', outcome: 'fail', severity: 'danger', evidence: [] }],
        }),
      ),
    ]);
    const base = forged();
    const token = base.token && { ...base.token, subject: 'grace', account: 'grace' };
    await alarm.tell([sessionOf({ ...base, token })]);
    expect(told).toHaveLength(4);
  });

  test('of several rules at once is one notification', async () => {
    const { alarm, told } = setUp();
    const outcomes = ['key-foreign', 'alg-none'].map((rule) => ({
      rule,
      outcome: 'fail' as const,
      severity: 'danger' as const,
      evidence: [],
    }));
    await alarm.tell([sessionOf(forged({ outcomes }))]);
    await alarm.tell([sessionOf(forged({ outcomes }))]);
    expect(told).toHaveLength(1);
  });

  test('in a private window is forgotten with it, those of other windows are not', async () => {
    const { alarm, told, memory, disk } = setUp();
    const sessions = [sessionOf(forged(), true), sessionOf(forged())];
    await alarm.tell(sessions);
    const onDisk = structuredClone([...disk]);
    await alarm.forgetPrivate();
    expect([...memory.values()]).toEqual([[]]);
    expect([...disk]).toEqual(onDisk);
    await alarm.tell(sessions);
    expect(told.map(({ session }) => session.isPrivate)).toEqual([true, false, true]);
  });

  test('in a private window leaves nothing on the disk', async () => {
    const { alarm, told, disk, memory } = setUp();
    await alarm.tell([sessionOf(forged(), true)]);
    await alarm.tell([sessionOf(forged(), true)]);
    expect(told).toHaveLength(1);
    expect([...disk.values()].flat()).toEqual([]);
    expect([...memory.values()].flat()).toHaveLength(1);
  });

  test('is kept as a digest: who is concerned cannot be read from it', async () => {
    const { alarm, disk } = setUp();
    await alarm.tell([sessionOf(forged())]);
    const text = JSON.stringify([...disk.values()]);
    expect(text).not.toMatch(/ada|contoso|key-foreign|subject/);
    expect(text).toMatch(/[\w-]{43}/);
  });

  test('is not told while that is turned off', async () => {
    const { alarm, told, choice } = setUp();
    choice.isOn = false;
    await alarm.tell([sessionOf(forged())]);
    expect(told).toEqual([]);
  });

  test('that the system does not show is no error, and is told in the log', async () => {
    const { alarm, choice, problems } = setUp();
    choice.isRefused = true;
    await alarm.tell([sessionOf(forged())]);
    expect(problems).toEqual(['notification-refused']);
  });

  test('is told again after everything was erased', async () => {
    const { alarm, told, disk } = setUp();
    await alarm.tell([sessionOf(forged())]);
    await alarm.erase();
    expect([...disk.values()].flat()).toEqual([]);
    await alarm.tell([sessionOf(forged())]);
    expect(told).toHaveLength(2);
  });

  test('is remembered for as many findings as the bound says, the newest', async () => {
    const full = Array.from({ length: maxTold }, (_, index) => `old ${index}`);
    const { alarm, disk } = setUp({ disk: new Map([['told-dangers', full]]) });
    await alarm.tell([sessionOf(forged())]);
    const kept = [...disk.values()].flat();
    expect(kept).toHaveLength(maxTold);
    expect(kept).not.toContain('old 0');
    expect(kept).toContain(`old ${maxTold - 1}`);
  });

  test.each([7, ['x'.repeat(65)], [1]])(
    'damaged memory of it counts as none: %j',
    async (value) => {
      const { alarm, told } = setUp({ disk: new Map([['told-dangers', value]]) });
      await alarm.tell([sessionOf(forged())]);
      expect(told).toHaveLength(1);
    },
  );
});

test.each(['verified', 'attention', 'undetermined', 'not-inspected'] as const)(
  'a session that is %s is never told',
  async (verdict) => {
    const { alarm, told } = setUp();
    await alarm.tell([sessionOf(forged({ verdict, outcomes: [] }))]);
    expect(told).toEqual([]);
  },
);
