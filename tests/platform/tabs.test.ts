import { beforeEach, describe, expect, test, vi } from 'vitest';

const { listen, created, updated, tabs } = vi.hoisted(() => ({
  listen: vi.fn(),
  created: vi.fn(),
  updated: vi.fn(),
  tabs: { update: vi.fn(), get: vi.fn(), create: vi.fn() },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: {
      ...tabs,
      onRemoved: { addListener: listen },
      onCreated: { addListener: created },
      onUpdated: { addListener: updated },
    },
    runtime: { getURL: (path: string) => `chrome-extension://id/${path}` },
  },
}));
const { onTabClosed, onTabSeen, openIn, openOwnPageIn } = await import(
  '../../src/platform/tabs.ts'
);

beforeEach(() => {
  for (const call of Object.values(tabs)) call.mockReset().mockResolvedValue({});
});

describe('tabs', () => {
  test('a closed one is told by its number alone', () => {
    const closed = vi.fn();
    onTabClosed(closed);
    listen.mock.calls[0]?.[0](7, { windowId: 1, isWindowClosing: false });
    expect(closed.mock.calls).toEqual([[7]]);
  });

  test('an open one is told of when it opens, before it loads anything, and when it loads', () => {
    const seen = vi.fn();
    onTabSeen(seen);
    created.mock.calls[0]?.[0]({ id: 7, incognito: true });
    created.mock.calls[0]?.[0]({ incognito: true });
    updated.mock.calls[0]?.[0](8, { title: 'x' }, { incognito: false });
    expect(seen.mock.calls).toEqual([[{ id: 7, isPrivate: true }]]);
    updated.mock.calls[0]?.[0](8, { status: 'loading' }, { incognito: false });
    expect(seen.mock.lastCall?.[0]).toMatchObject({ id: 8, isPrivate: false });
  });
});

describe('taking a tab to a page of the extension', () => {
  const page = 'src/blocked/index.html?id=1';
  const address = `chrome-extension://id/${page}`;

  test('loads it there', async () => {
    await openOwnPageIn(7, page);
    expect(tabs.update.mock.calls).toEqual([[7, { url: address }]]);
    expect(tabs.create).not.toHaveBeenCalled();
  });

  test('empties a tab that takes no such page, and opens it beside', async () => {
    tabs.update.mockImplementation(async (_id, { url }) => {
      if (url === address) throw new Error('not in a private window');
    });
    await openOwnPageIn(7, page);
    expect(tabs.update).toHaveBeenLastCalledWith(7, { url: 'about:blank' });
    expect(tabs.create).toHaveBeenCalledWith({ url: address });
  });

  test('that has gone meanwhile opens nothing', async () => {
    for (const call of [tabs.update, tabs.get]) call.mockRejectedValue(new Error('no tab'));
    await openOwnPageIn(7, page);
    await openIn(7, 'https://outlook.office.com/');
    expect(tabs.create).not.toHaveBeenCalled();
  });
});
