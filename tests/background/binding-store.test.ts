import { describe, expect, test, vi } from 'vitest';
import { createBindingStore } from '../../src/background/binding-store.ts';

function memory(initial?: unknown) {
  let value = initial;
  const save = vi.fn(async (_name: string, next: unknown) => {
    value = structuredClone(next);
  });
  return { load: async () => value, save };
}
const gmail = { provider: 'gmail', isPrivate: false };
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('what is known of bound sessions', () => {
  test('nothing was seen of a webmail at first', () => {
    const store = createBindingStore({ storage: memory(), logProblem: () => {} });
    expect(store.of(gmail)).toBe('none-seen');
  });

  test('survives a restart of the background, and is one word a webmail', async () => {
    const storage = memory();
    const first = createBindingStore({ storage, logProblem: () => {} });
    first.note(gmail, 'offered');
    first.note(gmail, 'in-use');
    await settle();
    expect(storage.save.mock.lastCall?.[1]).toEqual({ 'open/gmail': 'in-use' });
    const next = createBindingStore({ storage, logProblem: () => {} });
    await next.ready;
    expect(next.of(gmail)).toBe('in-use');
  });

  test('private windows are apart', () => {
    const store = createBindingStore({ storage: memory(), logProblem: () => {} });
    store.note({ ...gmail, isPrivate: true }, 'in-use');
    expect(store.of(gmail)).toBe('none-seen');
  });

  test('a sign that changes nothing is not written', async () => {
    const storage = memory();
    const store = createBindingStore({ storage, logProblem: () => {} });
    for (let time = 0; time < 100; time++) store.note(gmail, 'in-use');
    store.note(gmail, 'offered');
    await settle();
    expect(storage.save).toHaveBeenCalledTimes(1);
  });

  test('a sign that comes while the stored ones are read is newer', async () => {
    const store = createBindingStore({
      storage: memory({ 'open/gmail': 'offered', 'open/zoho-mail': 'offered' }),
      logProblem: () => {},
    });
    store.note(gmail, 'in-use');
    await store.ready;
    expect(store.of(gmail)).toBe('in-use');
    expect(store.of({ ...gmail, provider: 'zoho-mail' })).toBe('offered');
  });

  test('what was spoilt in storage is told and left out', async () => {
    const logProblem = vi.fn();
    const store = createBindingStore({ storage: memory({ 'open/gmail': 'sure' }), logProblem });
    await store.ready;
    expect(logProblem).toHaveBeenCalledWith('binding-store-corrupt');
    expect(store.of(gmail)).toBe('none-seen');
  });

  test('storage that fails is told and stops nothing', async () => {
    const logProblem = vi.fn();
    const broken = {
      load: async () => {
        throw new Error('no');
      },
      save: async () => {
        throw new Error('no');
      },
    };
    const store = createBindingStore({ storage: broken, logProblem });
    store.note(gmail, 'offered');
    await settle();
    expect(logProblem.mock.calls).toEqual([
      ['binding-store-unreadable'],
      ['binding-store-unwritable'],
    ]);
    expect(store.of(gmail)).toBe('offered');
  });
});
