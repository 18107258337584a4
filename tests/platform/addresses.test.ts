import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ObservedAddress } from '../../src/platform/addresses.ts';

const { before, redirect, updated, query } = vi.hoisted(() => ({
  query: vi.fn(),
  before: vi.fn(),
  redirect: vi.fn(),
  updated: vi.fn(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
    webRequest: {
      onBeforeRequest: { addListener: before },
      onBeforeRedirect: { addListener: redirect },
    },
    tabs: { onUpdated: { addListener: updated }, query },
  },
}));
const { listOpenAddresses, observeAddresses } = await import('../../src/platform/addresses.ts');

describe('observing addresses', () => {
  let seen: ObservedAddress[] = [];
  beforeEach(() => {
    seen = [];
    for (const spy of [before, redirect, updated]) spy.mockClear();
    observeAddresses(['mail.example'], (address) => seen.push(address));
  });

  test('of requests and WebSockets, without blocking any', () => {
    const [listener, filter, extra] = before.mock.calls[0] ?? [];
    expect(filter.urls).toEqual(['https://mail.example/*', 'wss://mail.example/*']);
    expect(filter.types).toContain('websocket');
    expect(extra).toBeUndefined();
    listener({
      url: 'wss://mail.example/x',
      method: 'GET',
      tabId: 1,
      initiator: 'https://a.example',
    });
    listener({
      url: 'https://mail.example/',
      method: 'GET',
      tabId: -1,
      initiator: 'chrome-extension://abc',
    });
    expect(seen).toEqual([
      {
        url: 'wss://mail.example/x',
        method: 'GET',
        tabId: 1,
        pageUrl: 'https://a.example',
        isPrivate: false,
      },
    ]);
  });

  test('of redirects, with their fragments', () => {
    const [listener] = redirect.mock.calls[0] ?? [];
    listener({
      url: 'https://mail.example/a',
      redirectUrl: 'https://mail.example/#x',
      tabId: 2,
      incognito: true,
    });
    expect(seen[0]).toMatchObject({ url: 'https://mail.example/#x', tabId: 2, isPrivate: true });
  });

  test('of tabs, with their fragments, on the watched hosts alone', () => {
    const [listener] = updated.mock.calls[0] ?? [];
    listener(3, { url: 'https://mail.example/#y' }, { incognito: false });
    listener(3, { url: 'https://other.example/#y' }, { incognito: false });
    listener(3, { url: 'about:blank' }, { incognito: false });
    listener(3, { status: 'complete' }, { incognito: false });
    expect(seen).toEqual([
      { url: 'https://mail.example/#y', method: null, tabId: 3, pageUrl: null, isPrivate: false },
    ]);
  });
});

test('addresses of tabs that are open already, private ones as such, without those that are being left', async () => {
  const left = { url: 'https://mail.example/#left', incognito: false };
  query.mockResolvedValue([
    { id: 1, url: 'https://mail.example/#z', incognito: false },
    { id: 2, url: 'https://mail.example/', incognito: true },
    { url: 'https://mail.example/#no-id', incognito: false },
    { id: 4, incognito: false },
    // Loads the same page again, and goes to another one.
    { ...left, id: 5, pendingUrl: left.url },
    { ...left, id: 6, pendingUrl: 'https://mail.example/next' },
  ]);
  const common = { method: null, pageUrl: null };
  expect(await listOpenAddresses(['mail.example'])).toEqual([
    { ...common, url: 'https://mail.example/#z', tabId: 1, isPrivate: false },
    { ...common, url: 'https://mail.example/', tabId: 2, isPrivate: true },
    { ...common, url: left.url, tabId: 5, isPrivate: false },
  ]);
  expect(query).toHaveBeenCalledWith({ url: ['https://mail.example/*'] });
});
