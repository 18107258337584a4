import { beforeEach, describe, expect, test, vi } from 'vitest';

const api = vi.hoisted(() => ({
  contains: vi.fn(),
  getAll: vi.fn(),
  getCookie: vi.fn(),
  getTab: vi.fn(),
  executeScript: vi.fn(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: { contains: api.contains, getAll: api.getAll },
    cookies: { get: api.getCookie },
    tabs: { get: api.getTab },
    scripting: { executeScript: api.executeScript },
  },
}));
const { isPageClosed, listUnseenHosts, readSiteAccess } = await import(
  '../../src/platform/site-access.ts'
);

/** Chromium 156 says this of hosts that a policy closes, although it says that they were given. */
const refusal = new Error('No host permissions for cookies at url: "https://outlook.office.com/".');

beforeEach(() => {
  for (const call of Object.values(api)) call.mockReset();
  api.contains.mockResolvedValue(true);
  api.getCookie.mockResolvedValue(null);
  api.getTab.mockResolvedValue({ status: 'complete' });
  api.executeScript.mockResolvedValue([{}]);
});

describe('whether a site may be looked at', () => {
  test('a host that was given and not closed is open', async () => {
    expect(await readSiteAccess('outlook.office.com')).toBe('open');
    expect(api.contains).toHaveBeenCalledWith({ origins: ['https://outlook.office.com/*'] });
  });
  test('a host that was not given, or taken back, is not permitted', async () => {
    api.contains.mockResolvedValue(false);
    expect(await readSiteAccess('outlook.office.com')).toBe('not-permitted');
  });
  test('a host that was given and whose cookies are refused is closed', async () => {
    api.getCookie.mockRejectedValue(refusal);
    expect(await readSiteAccess('outlook.office.com')).toBe('closed');
  });
});

test('of many hosts, those that may not be looked at are told with the reason', async () => {
  api.getAll.mockResolvedValue({
    origins: ['https://mail.google.com/*', 'https://outlook.office.com/*'],
  });
  api.getCookie.mockImplementation(async ({ url }) => {
    if (url.includes('outlook')) throw refusal;
    return null;
  });
  const hosts = ['mail.google.com', 'outlook.office.com', 'mail.yahoo.com'];
  expect([...(await listUnseenHosts(hosts))]).toEqual([
    ['outlook.office.com', 'closed'],
    ['mail.yahoo.com', 'not-permitted'],
  ]);
});

describe('whether the browser keeps a loaded page from extensions', () => {
  test('a page in which the extension may run is open, and nothing is read from it', async () => {
    expect(await isPageClosed(1)).toBe(false);
    const [{ func, target }] = api.executeScript.mock.calls[0] ?? [];
    expect(target).toEqual({ tabId: 1 });
    expect(func()).toBeUndefined();
  });

  test.each([
    'This page cannot be scripted due to an ExtensionsSettings policy.',
    'Missing host permission for the tab',
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
  ])('closed: %s', async (message) => {
    api.executeScript.mockRejectedValue(new Error(message));
    expect(await isPageClosed(1)).toBe(true);
  });

  test.each(['Frame with ID 0 is showing error page', 'No tab with id: 1.', 'The tab was closed.'])(
    'not closed, but something else: %s',
    async (message) => {
      api.executeScript.mockRejectedValue(new Error(message));
      expect(await isPageClosed(1)).toBe(false);
    },
  );

  test('a page that still loads is not asked, a tab that has gone is not closed', async () => {
    api.getTab.mockResolvedValue({ status: 'loading' });
    expect(await isPageClosed(1)).toBe(false);
    expect(api.executeScript).not.toHaveBeenCalled();
    api.getTab.mockRejectedValue(new Error('No tab with id: 1.'));
    expect(await isPageClosed(1)).toBe(false);
  });
});
