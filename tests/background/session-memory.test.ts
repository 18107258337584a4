import { describe, expect, test } from 'vitest';
import { createSessionMemory } from '../../src/background/session-memory.ts';
import { addInspection, type Session } from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';
import { createSessionTable } from '../support/session-table.ts';

const sessionOf = (subject: string): Session => {
  const base = inspectionOf();
  const inspection = { ...base, token: base.token && { ...base.token, subject } };
  return addInspection(null, inspection, { isPrivate: false, tabIds: [1] });
};
const about = { tabLoads: [], unwritten: [] };

function setUp(memory = new Map<string, unknown>()) {
  const sessions = new Map(['ada', 'grace'].map(sessionOf).map((one) => [one.id, one]));
  const problems: string[] = [];
  const kept: string[][] = [];
  const { table } = createSessionTable(memory);
  const own = createSessionMemory({
    storage: {
      ...table,
      change: (values, forgotten) => {
        kept.push([...values.keys()]);
        return table.change(values, forgotten);
      },
    },
    read: (id) => sessions.get(id),
    logProblem: (code) => problems.push(code),
  });
  return { own, sessions, problems, kept, memory };
}

describe('the memory of sessions', () => {
  test('writes those that changed and no others', async () => {
    const { own, sessions, kept, memory } = setUp();
    const [ada = '', grace = ''] = sessions.keys();
    own.mark(ada);
    own.mark(grace);
    await own.save(about);
    own.mark(grace);
    await own.save(about);
    await own.save(about);
    expect(kept).toEqual([
      ['sessions', `sessions/${ada}`, `sessions/${grace}`],
      ['sessions', `sessions/${grace}`],
      ['sessions'],
    ]);
    const restored = await setUp(memory).own.restore();
    expect(restored?.sessions).toEqual([...sessions.values()]);
  });

  test('forgets those that are gone', async () => {
    const { own, sessions, memory } = setUp();
    const [ada = '', grace = ''] = sessions.keys();
    own.mark(ada);
    own.mark(grace);
    await own.save(about);
    sessions.delete(ada);
    own.mark(ada);
    await own.save(about);
    expect([...memory.keys()]).toEqual(['sessions', `sessions/${grace}`]);
  });

  test.each([
    ['a session that is none', {}],
    ['inspections that are no JSON', { inspections: ['{'] }],
    ['a text', 'x'],
  ])('one damaged session costs no other one, and is forgotten: %s', async (_name, damaged) => {
    const { own, sessions, memory } = setUp();
    const [ada = '', grace = ''] = sessions.keys();
    own.mark(ada);
    own.mark(grace);
    await own.save(about);
    memory.set(`sessions/${ada}`, damaged);
    const after = setUp(memory);
    const restored = await after.own.restore();
    expect(restored?.sessions.map(({ id }) => id)).toEqual([grace]);
    expect(after.problems).toEqual(['session-store-corrupt']);
    after.sessions.delete(ada);
    await after.own.save(about);
    expect([...memory.keys()]).toEqual(['sessions', `sessions/${grace}`]);
  });

  test('what could not be written is written with the next', async () => {
    const { sessions } = setUp();
    const written: string[][] = [];
    let isBroken = true;
    const own = createSessionMemory({
      storage: {
        list: async () => new Map(),
        change: async (values) => {
          if (isBroken) throw new Error('full');
          written.push([...values.keys()]);
        },
      },
      read: (id) => sessions.get(id),
      logProblem: () => undefined,
    });
    const [ada = ''] = sessions.keys();
    own.mark(ada);
    await own.save(about);
    isBroken = false;
    await own.save(about);
    expect(written).toEqual([['sessions', `sessions/${ada}`]]);
  });

  test('a memory that is full has room again when something goes', async () => {
    const held = new Map<string, unknown>();
    const { sessions } = setUp();
    const [ada = '', grace = ''] = sessions.keys();
    const steps: string[] = [];
    const own = createSessionMemory({
      storage: {
        ...createSessionTable(held).table,
        change: async (kept, forgotten) => {
          steps.push([...forgotten.map((name) => `-${name}`), ...kept.keys()].join(' '));
        },
      },
      read: (id) => sessions.get(id),
      logProblem: () => undefined,
    });
    own.mark(ada);
    await own.save(about);
    sessions.delete(ada);
    own.mark(ada);
    own.mark(grace);
    own.mark('came and went');
    await own.save(about);
    expect(steps).toEqual([
      `sessions sessions/${ada}`,
      `-sessions/${ada} sessions sessions/${grace}`,
    ]);
  });
});
