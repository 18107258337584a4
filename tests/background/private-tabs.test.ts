import { describe, expect, test, vi } from 'vitest';
import { createPrivateTabs, maxKnownTabs } from '../../src/background/private-tabs.ts';
import { noContext, type Sighting } from '../../src/core/index.ts';

const sightingOf = (changes: Partial<Sighting> = {}): Sighting => ({
  credential: 'x',
  source: 'request-header',
  seenAtMs: 0,
  host: 'outlook.office.com',
  documentHost: 'outlook.office.com',
  tabIds: [1],
  isPrivate: false,
  context: noContext,
  ...changes,
});

/** Tab 1 is an ordinary one, tab 2 a private one; there is no other. */
const tabs = new Map([
  [1, { id: 1, isPrivate: false }],
  [2, { id: 2, isPrivate: true }],
]);

function setUp(sees: boolean | Error = true, open: readonly number[] = [1, 2]) {
  const readTab = vi.fn(
    async (tabId: number) => (open.includes(tabId) ? tabs.get(tabId) : null) ?? null,
  );
  const listTabs = vi.fn(async () => open.flatMap((id) => tabs.get(id) ?? []));
  const received: boolean[] = [];
  const privateTabs = createPrivateTabs({
    seesPrivate: async () => {
      if (sees instanceof Error) throw sees;
      return sees;
    },
    readTab,
    listTabs,
  });
  const receive = privateTabs.mark(({ isPrivate }) => received.push(isPrivate));
  const seen = async (changes: Partial<Sighting>) => {
    receive(sightingOf(changes));
    await vi.waitFor(() => expect(received.length).toBeGreaterThan(0));
    return received.splice(0);
  };
  return { privateTabs, readTab, listTabs, receive, received, seen };
}

describe('what comes from private windows', () => {
  test('is told by its tab, where the browser does not say it of requests', async () => {
    const { seen } = setUp();
    expect(await seen({ tabIds: [1] })).toEqual([false]);
    expect(await seen({ tabIds: [2] })).toEqual([true]);
  });

  test('is what the browser says is private, without a question', async () => {
    const { receive, received, readTab } = setUp();
    receive(sightingOf({ isPrivate: true }));
    expect(received).toEqual([true]);
    expect(readTab).not.toHaveBeenCalled();
  });

  test('is, in doubt, private: a tab that has gone, several tabs, a worker without a tab', async () => {
    const { seen } = setUp();
    expect(await seen({ tabIds: [99] })).toEqual([true]);
    expect(await seen({ tabIds: [1, 2] })).toEqual([true]);
    expect(await seen({ tabIds: [] })).toEqual([true]);
    expect(await setUp(true, [1]).seen({ tabIds: [] })).toEqual([false]);
  });

  test('asks for each tab once, and remembers a bounded number of them', async () => {
    const open: number[] = [];
    const { privateTabs, seen, readTab } = setUp(true, open);
    await privateTabs.isPrivate(99);
    readTab.mockClear();
    open.push(1);
    for (let round = 0; round < 3; round++) await seen({ tabIds: [1] });
    expect(readTab).toHaveBeenCalledTimes(1);
    for (let id = 100; id < 100 + maxKnownTabs; id++) privateTabs.note({ id, isPrivate: false });
    expect(await seen({ tabIds: [100] })).toEqual([false]);
    readTab.mockClear();
    await seen({ tabIds: [1] });
    expect(readTab).toHaveBeenCalledTimes(1);
  });

  test('is known of a tab that was there before it was closed: at the start, or since', async () => {
    const open = [1];
    const { privateTabs, seen, readTab } = setUp(true, open);
    await privateTabs.isPrivate(1);
    privateTabs.note({ id: 5, isPrivate: false });
    privateTabs.note({ id: 6, isPrivate: true });
    open.pop();
    expect(await seen({ tabIds: [1] })).toEqual([false]);
    expect(await seen({ tabIds: [5] })).toEqual([false]);
    expect(await seen({ tabIds: [6] })).toEqual([true]);
    expect(readTab).not.toHaveBeenCalled();
  });

  test('is told by what was read with its tab, without a question: an address that stands there, storage, and cookies', () => {
    const { receive, received, readTab } = setUp(true, []);
    const url = 'https://outlook.office.com/#id_token=x';
    receive(sightingOf({ context: { ...noContext, presentedAs: 'id-token', url } }));
    receive(sightingOf({ context: { ...noContext, presentedAs: 'storage' } }));
    receive(sightingOf({ tabIds: [], context: { ...noContext, presentedAs: 'cookie' } }));
    expect(received).toEqual([false, false, false]);
    expect(readTab).not.toHaveBeenCalled();
  });

  test('does not come where private windows are not seen: nothing waits and no tab is asked', async () => {
    const { privateTabs, receive, received, readTab, listTabs } = setUp(false);
    expect(await privateTabs.isPrivate(2)).toBe(false);
    receive(sightingOf({ tabIds: [2] }));
    expect(received).toEqual([false]);
    expect(readTab).not.toHaveBeenCalled();
    expect(listTabs).not.toHaveBeenCalled();
  });

  test('is asked for when the browser does not say whether they are seen', async () => {
    expect(await setUp(new Error('no answer')).seen({ tabIds: [2] })).toEqual([true]);
  });
});
