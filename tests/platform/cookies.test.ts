import { describe, expect, test, vi } from 'vitest';
import { maxCookies } from '../../src/platform/cookies.ts';

const { getAll, listen } = vi.hoisted(() => ({ getAll: vi.fn(), listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    cookies: {
      getAll,
      getAllCookieStores: async () => [{ id: '0' }, { id: '1' }],
      onChanged: { addListener: listen },
    },
  },
}));
const { listCookies, onCookieSet } = await import('../../src/platform/cookies.ts');

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
