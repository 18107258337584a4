import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KnownTab } from '../../src/platform/tabs.ts';
import { atOnce } from '../support/at-once.ts';

const browser = vi.hoisted(() => ({
  onPageLoaded: vi.fn(),
  listOpenPages: vi.fn(),
  isPageClosed: vi.fn(),
}));
vi.mock('../../src/platform/page-storage.ts', () => ({
  onPageLoaded: browser.onPageLoaded,
  listOpenPages: browser.listOpenPages,
}));
vi.mock('../../src/platform/site-access.ts', () => ({ isPageClosed: browser.isPageClosed }));
const { maxClosedPages, watchClosedPages } = await import('../../src/background/closed-pages.ts');
const { createWatchedHosts } = await import('../../src/background/watched-hosts.ts');

const tabOf = (id: number): KnownTab => ({ id, host: 'outlook.office.com', isPrivate: false });
const loads = new Map<number, number>();

function watch() {
  const found: number[] = [];
  const pages = watchClosedPages(
    { follow: createWatchedHosts().follow, patiently: atOnce(() => 0) },
    { loadedAtMs: (tabId) => loads.get(tabId) ?? 0, ready: Promise.resolve() },
    ({ id }) => found.push(id),
  );
  const [hosts, loaded] = browser.onPageLoaded.mock.calls[0] ?? [];
  const load = async (tabId: number) => {
    loaded(tabOf(tabId));
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { found, has: pages.has, hosts, load };
}

beforeEach(() => {
  for (const call of Object.values(browser)) call.mockReset();
  browser.listOpenPages.mockResolvedValue([]);
  browser.isPageClosed.mockResolvedValue(true);
  loads.clear();
});

describe('finding pages that are kept from the extension', () => {
  test('asks each page of a webmail when it has loaded, and tells what it found', async () => {
    const { found, has, hosts, load } = watch();
    expect(hosts).toContain('outlook.office.com');
    expect(hosts).not.toContain('login.microsoftonline.com');
    await load(1);
    browser.isPageClosed.mockResolvedValue(false);
    await load(2);
    expect(found).toEqual([1]);
    expect([1, 2, 3].map(has)).toEqual([true, false, false]);
  });

  test('the next page of the tab is another question', async () => {
    const { has, load } = watch();
    await load(1);
    loads.set(1, 1_000);
    expect(has(1)).toBe(false);
    await load(1);
    expect(has(1)).toBe(true);
  });

  test('pages that were open before the background began are asked too', async () => {
    browser.listOpenPages.mockResolvedValue([tabOf(7)]);
    const { found, has } = watch();
    await vi.waitFor(() => expect(found).toEqual([7]));
    expect(has(7)).toBe(true);
  });

  test('remembers no more tabs than its bound', async () => {
    const { has, load } = watch();
    for (let tabId = 1; tabId <= maxClosedPages + 1; tabId++) await load(tabId);
    expect(has(1)).toBe(false);
    expect(has(2)).toBe(true);
    expect(has(maxClosedPages + 1)).toBe(true);
  });
});
