import { describe, expect, test, vi } from 'vitest';
import { maxCookies } from '../../src/platform/cookies.ts';

const { getAll, listen } = vi.hoisted(() => ({ getAll: vi.fn(), listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    cookies: {
      getAll,
      getAllCookieStores: async () => [
        { id: '0', tabIds: [1, 2] },
        { id: '1', tabIds: [3] },
      ],
      onChanged: { addListener: listen },
    },
  },
}));
const { describeCookies, listCookies, onCookieRemoved, onCookieSet } = await import(
  '../../src/platform/cookies.ts'
);

const raw = (changes: object = {}) => ({
  name: 'session',
  value: 'v',
  domain: '.office.com',
  hostOnly: false,
  httpOnly: true,
  secure: true,
  sameSite: 'no_restriction',
  storeId: '0',
  ...changes,
});

describe('cookies', () => {
  test('of every profile, partitioned ones too', async () => {
    getAll.mockImplementation(async ({ storeId }) => [raw({ storeId })]);
    const cookies = await listCookies('outlook.office.com');
    expect(getAll.mock.calls.map(([query]) => query)).toEqual([
      { url: 'https://outlook.office.com/', storeId: '0', partitionKey: {} },
      { url: 'https://outlook.office.com/', storeId: '1', partitionKey: {} },
    ]);
    expect(cookies.map(({ isPrivate }) => isPrivate)).toEqual([false, true]);
  });

  test('as the rest of the program knows them', async () => {
    getAll.mockResolvedValueOnce([
      raw({ expirationDate: 5, partitionKey: { topLevelSite: 'https://office.com' } }),
      raw({
        domain: 'outlook.office.com',
        hostOnly: true,
        sameSite: 'lax',
        storeId: 'firefox-private',
      }),
    ]);
    getAll.mockResolvedValueOnce([]);
    expect(await listCookies('outlook.office.com')).toEqual([
      {
        name: 'session',
        value: 'v',
        host: 'office.com',
        isDomainWide: true,
        isHttpOnly: true,
        isSecure: true,
        sameSite: 'none',
        expiresAtSeconds: 5,
        partition: 'https://office.com',
        isPrivate: false,
      },
      expect.objectContaining({
        host: 'outlook.office.com',
        isDomainWide: false,
        sameSite: 'lax',
        partition: null,
        isPrivate: true,
      }),
    ]);
  });

  test('not more than the bound', async () => {
    getAll.mockResolvedValue(Array.from({ length: maxCookies + 1 }, () => raw()));
    expect(await listCookies('outlook.office.com')).toHaveLength(maxCookies);
  });

  test('told when set, not when removed', () => {
    const seen: string[] = [];
    onCookieSet(({ name }) => seen.push(name));
    const change = listen.mock.calls[0]?.[0];
    change({ removed: true, cookie: raw({ name: 'gone' }) });
    change({ removed: false, cookie: raw({ name: 'set' }) });
    expect(seen).toEqual(['set']);
  });
});

describe('cookies that go', () => {
  test('are told without what stood in them, and not when another one takes the place', () => {
    const seen: unknown[] = [];
    onCookieRemoved((cookie) => seen.push(cookie));
    const tell = listen.mock.calls.at(-1)?.[0];
    tell({ removed: false, cause: 'explicit', cookie: raw() });
    tell({ removed: true, cause: 'overwrite', cookie: raw() });
    expect(seen).toEqual([]);
    for (const cause of ['explicit', 'expired', 'expired_overwrite', 'evicted']) {
      tell({ removed: true, cause, cookie: raw({ value: 'secret' }) });
    }
    expect(seen).toHaveLength(4);
    expect(seen[0]).toMatchObject({ name: 'session', host: 'office.com', isDomainWide: true });
    expect(JSON.stringify(seen)).not.toContain('secret');
  });
});

describe('what cookies are, without what stands in them', () => {
  test('of the tab’s own profile, of its host and of what keeps cookies above it, on every path', async () => {
    getAll.mockReset();
    getAll.mockImplementation(async ({ domain }) => [
      raw({ name: `at-${domain}`, domain: `.${domain}`, path: '/api/' }),
    ]);
    const shapes = await describeCookies(3, 'mail.google.com', ['google.com', 'example.org']);
    expect(getAll.mock.calls.map(([query]) => query)).toEqual([
      { domain: 'mail.google.com', storeId: '1', partitionKey: {} },
      { domain: 'google.com', storeId: '1', partitionKey: {} },
    ]);
    expect(shapes.map(({ name }) => name)).toEqual(['at-mail.google.com', 'at-google.com']);
  });

  test('hold no value', async () => {
    getAll.mockReset();
    getAll.mockResolvedValue([raw({ value: 'secret', domain: '.google.com' })]);
    const shapes = await describeCookies(1, 'mail.google.com', []);
    expect(shapes).toHaveLength(1);
    expect(JSON.stringify(shapes)).not.toContain('secret');
    expect(shapes[0]).not.toHaveProperty('value');
  });

  test('that belong to other hosts below the same one are left out', async () => {
    getAll.mockReset();
    getAll.mockImplementation(async ({ domain }) =>
      domain === 'google.com'
        ? [
            raw({ name: 'other', domain: 'accounts.google.com', hostOnly: true }),
            raw({ name: 'narrow', domain: 'google.com', hostOnly: true }),
            raw({ name: 'wide', domain: '.google.com' }),
          ]
        : [],
    );
    const shapes = await describeCookies(1, 'mail.google.com', ['google.com']);
    expect(shapes.map(({ name }) => name)).toEqual(['wide']);
  });

  test('of a tab that is not there are none, and of a full jar a bounded number', async () => {
    getAll.mockReset();
    getAll.mockResolvedValue(
      Array.from({ length: maxCookies + 1 }, () => raw({ domain: '.google.com' })),
    );
    expect(await describeCookies(99, 'mail.google.com', [])).toEqual([]);
    expect(await describeCookies(1, 'mail.google.com', [])).toHaveLength(maxCookies);
  });
});
