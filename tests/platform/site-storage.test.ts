// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const { executeScript, query } = vi.hoisted(() => ({ executeScript: vi.fn(), query: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    scripting: { executeScript },
    tabs: { query },
    cookies: {
      getAllCookieStores: async () => [
        { id: '0', tabIds: [1, 2, 4] },
        { id: '1', tabIds: [3] },
      ],
    },
  },
}));
const { emptySiteStorage, listSiteTabs } = await import('../../src/platform/site-storage.ts');

const host = 'mail.example.org';
const deleted: string[] = [];

/** The function runs as it would in a page: made anew from its text, so that it reaches nothing of this file. */
function runInFrames(hostnames: readonly string[]): void {
  executeScript.mockImplementation(async ({ func, args }) =>
    Promise.all(
      hostnames.map(async (hostname, frameId) => {
        const alone = new Function('location', `return (${String(func)})`)({ hostname });
        return { frameId, result: await alone(...args) };
      }),
    ),
  );
}

beforeEach(() => {
  deleted.length = 0;
  vi.stubGlobal('caches', {
    keys: async () => ['cache'],
    delete: async (name: string) => void deleted.push(name),
  });
  vi.stubGlobal('navigator', {
    serviceWorker: {
      getRegistrations: async () => [{ unregister: async () => void deleted.push('worker') }],
    },
    storage: {
      getDirectory: async () => ({
        keys: async function* () {
          yield 'file';
        },
        removeEntry: async (name: string) => void deleted.push(name),
      }),
    },
  });
  localStorage.setItem('a', 'b');
  sessionStorage.setItem('a', 'b');
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

const createDatabase = () =>
  new Promise<void>((resolve) => {
    const request = indexedDB.open('database');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });

describe('what the pages of a site keep', () => {
  test('is deleted: storage, databases, caches, service workers and files', async () => {
    await createDatabase();
    runInFrames([host]);
    expect(await emptySiteStorage(1, host)).toBe(true);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    expect(await indexedDB.databases()).toEqual([]);
    expect(deleted.sort()).toEqual(['cache', 'file', 'worker']);
  });

  test('of other hosts in the same tab stays', async () => {
    runInFrames(['login.example.org']);
    expect(await emptySiteStorage(1, host)).toBe(false);
    expect(localStorage.length).toBe(1);
    expect(deleted).toEqual([]);
  });

  test('in every frame of the host', async () => {
    runInFrames([host, 'other.example', host]);
    expect(await emptySiteStorage(1, host)).toBe(true);
    expect(deleted.filter((name) => name === 'cache')).toHaveLength(2);
  });

  test('that cannot all be deleted is told', async () => {
    vi.stubGlobal('indexedDB', { databases: () => Promise.reject(new Error('denied')) });
    runInFrames([host]);
    expect(await emptySiteStorage(1, host)).toBe(false);
    // The rest is deleted all the same.
    expect([localStorage.length, deleted.length]).toEqual([0, 3]);
  });

  test('in a tab that has gone is told as not deleted', async () => {
    executeScript.mockRejectedValue(new Error('No tab with id: 1'));
    expect(await emptySiteStorage(1, host)).toBe(false);
  });
});

describe('the tabs of a site', () => {
  test('are those of the host, in the same profile or private window, with the tab itself', async () => {
    query.mockResolvedValue([
      { id: 1, url: `https://${host}/` },
      { id: 2, url: `https://${host}/other` },
      { id: 3, url: `https://${host}/private` },
      { id: 4, url: 'https://other.example/' },
      { id: undefined, url: `https://${host}/` },
      { id: 2 },
    ]);
    expect(await listSiteTabs(1, host)).toEqual([1, 2]);
    expect(await listSiteTabs(3, host)).toEqual([3]);
  });
});
