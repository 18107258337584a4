import browser from 'webextension-polyfill';

/** Longest wait for one page; a database that is open elsewhere is deleted when it is closed. */
export const emptyTimeoutMs = 5_000;

/** Other tabs of a host in the same profile, container or private window as this tab, and this tab itself. */
export async function listSiteTabs(tabId: number, host: string): Promise<readonly number[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const own = new Set(
    stores.filter(({ tabIds }) => tabIds.includes(tabId)).flatMap(({ tabIds }) => tabIds),
  );
  const tabs = await browser.tabs.query({});
  const ofHost = tabs.flatMap(({ id, url }) =>
    id !== undefined && own.has(id) && url !== undefined && isOfHost(url, host) ? [id] : [],
  );
  return [...new Set([tabId, ...ofHost])];
}

const isOfHost = (url: string, host: string): boolean =>
  URL.canParse(url) && new URL(url).hostname === host;

/**
 * Deletes what the pages of a host in this tab keep: storage, databases, caches, files and service workers. It is done inside of the
 * pages, because that reaches exactly this tab's profile, container or private window, in every browser, and frames of the host with
 * storage of their own; the browsers' interface for clearing data knows neither.
 * @returns whether everything is deleted
 */
export async function emptySiteStorage(tabId: number, host: string): Promise<boolean> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: emptyStorage,
      args: [host, emptyTimeoutMs],
      injectImmediately: true,
    });
    const answers = results.map(({ result }) => result).filter((result) => result !== 'elsewhere');
    return answers.length > 0 && answers.every((result) => result === 'empty');
  } catch {
    // The tab has gone, shows an error, or is kept from extensions.
    return false;
  }
}

/** Runs in the page, beside its code and out of its reach; stands alone. */
async function emptyStorage(
  host: string,
  timeoutMs: number,
): Promise<'empty' | 'partly' | 'elsewhere'> {
  if (location.hostname !== host) return 'elsewhere';
  const deleteDatabase = (name: string) =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(new Error('refused'));
      // It is deleted as soon as the page lets go of it, which it does when it is loaded anew.
      request.onblocked = () => resolve();
    });
  const works = [
    async () => localStorage.clear(),
    async () => sessionStorage.clear(),
    async () => {
      for (const { name } of await indexedDB.databases()) {
        if (name !== undefined) await deleteDatabase(name);
      }
    },
    async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    },
    async () => {
      const workers = await navigator.serviceWorker.getRegistrations();
      for (const worker of workers) await worker.unregister();
    },
    async () => {
      const files = await navigator.storage.getDirectory();
      for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
    },
  ];
  const timeout = new Promise<'partly'>((resolve) => {
    setTimeout(() => resolve('partly'), timeoutMs);
  });
  const work = Promise.allSettled(works.map((one) => one())).then((tried) =>
    // The file system is refused in some private windows, where it does not exist.
    tried.slice(0, 3).every(({ status }) => status === 'fulfilled') ? 'empty' : 'partly',
  );
  return Promise.race([work, timeout]);
}
