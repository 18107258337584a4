import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { answerBlocked } from '../../src/background/answers/blocked.ts';
import { createBlockStore, maxBlocks, maxContinued } from '../../src/background/block-store.ts';
import { createBlocking } from '../../src/background/blocking.ts';
import { defaultPolicy, type Policy } from '../../src/core/index.ts';
import { blockedRequest } from '../../src/protocol/blocked-schema.ts';
import { forgedSession, popupViewOf, sessionViewOf, viewOfSession } from '../support/views.ts';

const tab = { id: 7, host: 'outlook.office.com', isPrivate: false };
const nowMs = () => 1_795_521_660_000;
const strict: Policy = { ...defaultPolicy, blockOnDanger: true };

function setUp(first: Policy = strict, memory = new Map<string, unknown>()) {
  const state = { policy: first };
  const problems: string[] = [];
  let ids = 0;
  const store = createBlockStore({
    storage: {
      load: async (name) => memory.get(name),
      save: async (name, value) => void memory.set(name, structuredClone(value)),
    },
    createId: () => `${String(++ids).padStart(8, '0')}-0000-4000-8000-000000000000`,
    logProblem: (code) => problems.push(code),
  });
  const show = vi.fn(async (_tabId: number, _id: string) => undefined);
  const open = vi.fn(async (_tabId: number, _url: string) => undefined);
  const noteContinued = vi.fn(async () => undefined);
  const parts = { policy: () => state.policy, store, nowMs };
  const consider = createBlocking({ ...parts, show });
  const answers = answerBlocked({ ...parts, open, noteContinued });
  const ask = (id: string) => answers.blocked({ type: 'blocked', id });
  const goOn = (id: string) => answers['continue-blocked']({ type: 'continue-blocked', id });
  return { state, store, show, open, noteContinued, consider, ask, goOn, memory, problems };
}
const shownId = (show: { mock: { calls: [number, string][] } }) =>
  show.mock.calls.at(-1)?.[1] ?? '';

describe('a webmail with a forged session', () => {
  test('is closed where policy says so: the tab goes to a page that is told why by its id alone', async () => {
    const { consider, show, ask } = setUp();
    expect(await consider(tab, viewOfSession(forgedSession))).toBe(true);
    expect(show).toHaveBeenCalledTimes(1);
    const id = shownId(show);
    expect(v.is(blockedRequest, { type: 'blocked', id })).toBe(true);
    expect(await ask(id)).toEqual({
      webmail: 'Outlook',
      host: 'outlook.office.com',
      account: 'ada@contoso.example',
      rules: ['key-foreign'],
      atMs: nowMs(),
      signOutUrl: 'https://mysignins.microsoft.com/security-info',
      mayContinue: false,
      contact: null,
    });
  });

  test('stays open without the policy', async () => {
    const { consider, show } = setUp(defaultPolicy);
    expect(await consider(tab, viewOfSession(forgedSession))).toBe(false);
    expect(show).not.toHaveBeenCalled();
  });

  test.each(['attention', 'undetermined', 'verified', 'not-inspected'] as const)(
    'that is only %s is never closed',
    async (verdict) => {
      const { consider, show } = setUp();
      await consider(tab, viewOfSession(sessionViewOf({ verdict })));
      await consider(tab, popupViewOf({ elsewhere: [forgedSession] }));
      expect(show).not.toHaveBeenCalled();
    },
  );

  test('is closed by the second session, too', async () => {
    const { consider, show } = setUp();
    const here = [sessionViewOf({ id: 'genuine' }), { ...forgedSession, id: 'b' }];
    await consider(tab, popupViewOf({ state: 'session', here }));
    expect(show).toHaveBeenCalledTimes(1);
  });

  test('is not sent away again from our own page, whose host nobody knows', async () => {
    const { consider, show } = setUp();
    await consider({ ...tab, host: null }, viewOfSession(forgedSession));
    expect(show).not.toHaveBeenCalled();
  });

  test('is sent away once, however often it is looked at meanwhile, and keeps its id', async () => {
    const { consider, show, store } = setUp();
    let arrive = () => {};
    show.mockImplementation(
      () =>
        new Promise((resolve) => {
          arrive = () => resolve(undefined);
        }),
    );
    const first = consider(tab, viewOfSession(forgedSession));
    await vi.waitFor(() => expect(show).toHaveBeenCalled());
    await consider(tab, viewOfSession(forgedSession));
    expect(show).toHaveBeenCalledTimes(1);
    arrive();
    await first;
    const id = shownId(show);
    show.mockResolvedValue(undefined);
    await consider(tab, viewOfSession(forgedSession));
    expect(shownId(show)).toBe(id);
    expect(store.find(id)?.tabId).toBe(7);
  });

  test('names whom to call', async () => {
    const contact = { name: 'Desk', phone: '+1 555 0100' };
    const { consider, show, ask } = setUp({ ...strict, supportContact: contact });
    await consider(tab, viewOfSession(forgedSession));
    expect((await ask(shownId(show)))?.contact).toEqual({ ...contact, email: null });
  });
});

describe('going on', () => {
  test('is for that session in that tab, takes it to the front page of the webmail, and is noted', async () => {
    const { consider, show, goOn, open, noteContinued } = setUp({
      ...strict,
      blockMayContinue: true,
    });
    await consider(tab, viewOfSession(forgedSession));
    expect(await goOn(shownId(show))).toEqual({ result: 'goes-on' });
    expect(open).toHaveBeenCalledWith(7, 'https://outlook.office.com/');
    expect(noteContinued).toHaveBeenCalledWith(['fingerprint'], nowMs());
    show.mockClear();
    expect(await consider(tab, viewOfSession(forgedSession))).toBe(false);
    expect(await consider({ ...tab, id: 8 }, viewOfSession(forgedSession))).toBe(true);
    expect(await consider(tab, viewOfSession({ ...forgedSession, id: 'other' }))).toBe(true);
  });

  test('is refused where policy does not allow it, at the moment of asking', async () => {
    const { consider, show, goOn, open, state, ask } = setUp({ ...strict, blockMayContinue: true });
    await consider(tab, viewOfSession(forgedSession));
    const id = shownId(show);
    expect((await ask(id))?.mayContinue).toBe(true);
    state.policy = strict;
    expect(await goOn(id)).toEqual({ result: 'forbidden' });
    expect(open).not.toHaveBeenCalled();
    expect(await consider(tab, viewOfSession(forgedSession))).toBe(true);
  });

  test('with an id that stands for nothing leads nowhere', async () => {
    const { goOn, ask, open } = setUp({ ...strict, blockMayContinue: true });
    const id = '99999999-0000-4000-8000-000000000000';
    expect(await ask(id)).toBeNull();
    expect(await goOn(id)).toEqual({ result: 'gone' });
    expect(open).not.toHaveBeenCalled();
  });

  test.each(['', '../options/index.html', 'javascript:alert(1)', `${'0'.repeat(37)}`, '<b>'])(
    'with %j as an id is no message',
    (id) => {
      expect(v.is(blockedRequest, { type: 'blocked', id })).toBe(false);
    },
  );
});

describe('what is closed', () => {
  test('outlives the background, and nothing of a browser that was closed', async () => {
    const { consider, show, goOn, memory } = setUp({ ...strict, blockMayContinue: true });
    await consider(tab, viewOfSession(forgedSession));
    const id = shownId(show);
    await goOn(id);
    const later = setUp({ ...strict, blockMayContinue: true }, memory);
    expect((await later.ask(id))?.host).toBe('outlook.office.com');
    expect(await later.consider(tab, viewOfSession(forgedSession))).toBe(false);
    expect(await setUp().ask(id)).toBeNull();
  });

  test('is bounded', async () => {
    const { store, memory } = setUp();
    const closed = {
      session: 's',
      fingerprints: [],
      webmail: '',
      host: 'h',
      account: null,
      rules: [],
      atMs: 0,
      signOutUrl: null,
    };
    const ids: string[] = [];
    for (let tabId = 0; tabId <= maxBlocks; tabId++)
      ids.push(await store.add({ ...closed, tabId }));
    expect(store.find(ids[0] ?? '')).toBeNull();
    expect(store.find(ids[1] ?? '')).not.toBeNull();
    for (let tabId = 0; tabId <= maxContinued; tabId++) await store.continueIn(tabId, 's');
    expect([store.isContinued(0, 's'), store.isContinued(1, 's')]).toEqual([false, true]);
    expect(memory.get('blocks')).toMatchObject({ blocks: { length: maxBlocks } });
  });

  test('is forgotten with everything else, and a damaged memory of it is dropped and told', async () => {
    const { store, consider, show, ask } = setUp();
    await consider(tab, viewOfSession(forgedSession));
    await store.erase();
    expect(await ask(shownId(show))).toBeNull();
    const damaged = setUp(strict, new Map([['blocks', { blocks: [{ id: 1 }] }]]));
    await damaged.store.ready;
    expect(damaged.problems).toEqual(['block-store-corrupt']);
  });
});
