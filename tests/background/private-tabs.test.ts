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
  [1, { isPrivate: false }],
  [2, { isPrivate: true }],
]);

function setUp(sees: boolean | Error = true, open: readonly number[] = [1, 2]) {
  const readTab = vi.fn(async (tabId: number) => tabs.get(tabId) ?? null);
  const received: boolean[] = [];
  const privateTabs = createPrivateTabs({
    seesPrivate: async () => {
      if (sees instanceof Error) throw sees;
      return sees;
    },
    readTab,
    listTabs: async () => open.flatMap((id) => tabs.get(id) ?? []),
  });
  const receive = privateTabs.mark(({ isPrivate }) => received.push(isPrivate));
  const seen = async (changes: Partial<Sighting>) => {
    receive(sightingOf(changes));
    await vi.waitFor(() => expect(received.length).toBeGreaterThan(0));
    return received.splice(0);
  };
  return { privateTabs, readTab, receive, received, seen };
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
    const { privateTabs, seen, readTab } = setUp();
    for (let round = 0; round < 3; round++) await seen({ tabIds: [1] });
    expect(readTab).toHaveBeenCalledTimes(1);
    readTab.mockResolvedValue({ isPrivate: false });
    for (let tabId = 100; tabId < 100 + maxKnownTabs; tabId++) await privateTabs.isPrivate(tabId);
    readTab.mockClear();
    await seen({ tabIds: [1] });
    expect(readTab).toHaveBeenCalledTimes(1);
  });

  test('does not come where private windows are not seen: nothing waits and no tab is asked', async () => {
    const { privateTabs, receive, received, readTab } = setUp(false);
    expect(await privateTabs.isPrivate(2)).toBe(false);
    receive(sightingOf({ tabIds: [2] }));
    expect(received).toEqual([false]);
    expect(readTab).not.toHaveBeenCalled();
  });

  test('is asked for when the browser does not say whether they are seen', async () => {
    expect(await setUp(new Error('no answer')).seen({ tabIds: [2] })).toEqual([true]);
  });
});
