import { beforeEach, describe, expect, test, vi } from 'vitest';

interface Raw {
  readonly name: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly storeId: string;
  readonly partitionKey?: { readonly topLevelSite: string };
}

/** A browser's cookie store, as far as it matters here. */
const { jar, refused, getAll, remove } = vi.hoisted(() => {
  const kept: Raw[] = [];
  const stuck = new Set<string>();
  const domainOf = ({ domain }: Raw) => domain.replace(/^\./, '');
  return {
    jar: kept,
    refused: stuck,
    getAll: vi.fn(async (asked: { storeId: string; url?: string; domain?: string }) =>
      kept.filter((cookie) => {
        if (cookie.storeId !== asked.storeId) return false;
        const domain = domainOf(cookie);
        if (asked.domain !== undefined) {
          return domain === asked.domain || domain.endsWith(`.${asked.domain}`);
        }
        const { hostname } = new URL(asked.url ?? '');
        const fits = hostname === domain || (!cookie.hostOnly && hostname.endsWith(`.${domain}`));
        return fits && cookie.path === '/';
      }),
    ),
    remove: vi.fn(
      async (asked: {
        url: string;
        name: string;
        storeId: string;
        partitionKey?: { topLevelSite: string };
      }) => {
        if (stuck.has(asked.name)) throw new Error('refused');
        const { pathname } = new URL(asked.url);
        const at = kept.findIndex(
          (cookie) =>
            cookie.name === asked.name &&
            cookie.storeId === asked.storeId &&
            cookie.path === pathname &&
            cookie.partitionKey?.topLevelSite === asked.partitionKey?.topLevelSite,
        );
        if (at >= 0) kept.splice(at, 1);
      },
    ),
  };
});
vi.mock('webextension-polyfill', () => ({
  default: {
    cookies: {
      getAll,
      remove,
      getAllCookieStores: async () => [
        { id: '0', tabIds: [1, 2] },
        { id: '1', tabIds: [3] },
      ],
    },
  },
}));
const { removeSiteCookies } = await import('../../src/platform/site-cookies.ts');

const host = 'mail.example.org';
const raw = (name: string, changes: Partial<Raw> = {}): Raw => ({
  name,
  domain: host,
  hostOnly: true,
  path: '/',
  storeId: '0',
  ...changes,
});

beforeEach(() => {
  jar.splice(0);
  refused.clear();
});

describe('the cookies of a site', () => {
  test('go on every path, partitioned ones, and those of all subdomains, and nothing else does', async () => {
    const stays = [
      raw('of another host', { domain: 'other.example.org' }),
      raw('of a host below', { domain: 'a.mail.example.org' }),
      raw('of a host above, for itself', { domain: 'example.org' }),
      raw('in a private window', { storeId: '1' }),
    ];
    jar.push(
      raw('plain'),
      raw('deep', { path: '/owa' }),
      raw('partitioned', { partitionKey: { topLevelSite: 'https://teams.example' } }),
      raw('shared', { domain: '.example.org', hostOnly: false, path: '/a' }),
      ...stays,
    );
    expect(await removeSiteCookies(1, host, ['example.org'])).toEqual({ removed: 4, left: 0 });
    expect(jar).toEqual(stays);
  });

  test('of a private window are its own', async () => {
    jar.push(raw('open'), raw('private', { storeId: '1' }));
    expect(await removeSiteCookies(3, host, [])).toEqual({ removed: 1, left: 0 });
    expect(jar.map(({ name }) => name)).toEqual(['open']);
  });

  test('of a keeper that is no host above are not touched', async () => {
    jar.push(raw('bank', { domain: '.bank.example', hostOnly: false }));
    expect(await removeSiteCookies(1, host, ['bank.example'])).toEqual({ removed: 0, left: 0 });
    expect(jar).toHaveLength(1);
  });

  test('that the browser does not remove are told', async () => {
    jar.push(raw('a'), raw('b'));
    refused.add('b');
    expect(await removeSiteCookies(1, host, [])).toEqual({ removed: 1, left: 1 });
  });

  test.each(['/?x#y', '/a/../b', '//evil.example/'])(
    'a path that is hostile stays a path: %s',
    async (path) => {
      jar.push(raw('odd', { path }));
      await removeSiteCookies(1, host, []);
      const url = new URL(remove.mock.lastCall?.[0].url ?? '');
      expect(url.hostname).toBe(host);
      expect([url.search, url.hash]).toEqual(['', '']);
    },
  );
});
