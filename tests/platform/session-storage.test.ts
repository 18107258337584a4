import { expect, test, vi } from 'vitest';

const { session } = vi.hoisted(() => ({
  session: { get: vi.fn(), set: vi.fn(), remove: vi.fn() },
}));
vi.mock('webextension-polyfill', () => ({ default: { storage: { session } } }));
const { sessionStorage } = await import('../../src/platform/session-storage.ts');

test('what is forgotten makes room before anything is kept', async () => {
  const steps: unknown[] = [];
  session.set.mockImplementation(async (value) => steps.push(value));
  session.remove.mockImplementation(async (value) => steps.push(value));
  await sessionStorage.change(new Map([['a', 1]]), ['b', 'c']);
  await sessionStorage.change(new Map(), []);
  expect(steps).toEqual([['b', 'c'], { a: 1 }]);
});

test('values are listed by what their names begin with', async () => {
  session.get.mockResolvedValue({ sessions: 1, 'sessions/a': 2, other: 3 });
  expect([...(await sessionStorage.list('sessions'))]).toEqual([
    ['sessions', 1],
    ['sessions/a', 2],
  ]);
});
