import browser from 'webextension-polyfill';

/** A tab; `host` is null for pages whose address the browser keeps to itself: its own, and those of hosts that were not given. */
export interface KnownTab {
  readonly id: number;
  readonly host: string | null;
  readonly isPrivate: boolean;
}

export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname : null;
}

export async function readTab(tabId: number): Promise<KnownTab | null> {
  try {
    const { url, incognito } = await browser.tabs.get(tabId);
    return { id: tabId, host: hostOf(url), isPrivate: incognito };
  } catch {
    // Closed meanwhile.
    return null;
  }
}

/** Every tab, those of unknown hosts included. */
export async function listTabs(): Promise<readonly KnownTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, incognito }) =>
    id === undefined ? [] : [{ id, host: hostOf(url), isPrivate: incognito }],
  );
}

/** Calls back when a tab begins to load another page, or the same one again. */
export function onTabLoading(callback: (tab: KnownTab) => void): void {
  browser.tabs.onUpdated.addListener((id, change, tab) => {
    if (change.status === 'loading') {
      callback({ id, host: hostOf(change.url ?? tab.url), isPrivate: tab.incognito });
    }
  });
}

/** Calls back when a tab is there: opened just now, or about to load a page. */
export function onTabSeen(callback: (tab: Pick<KnownTab, 'id' | 'isPrivate'>) => void): void {
  browser.tabs.onCreated.addListener(({ id, incognito }) => {
    if (id !== undefined) callback({ id, isPrivate: incognito });
  });
  onTabLoading(callback);
}

/** Calls back when a tab is closed. Its id will not stand for another one while the browser runs. */
export function onTabClosed(callback: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((id) => callback(id));
}

/** The tab that the person looks at; null when there is none. */
export async function readActiveTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Loads the page of a tab anew. That it has gone meanwhile is no error. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId).catch(() => undefined);
}

/** Takes a tab to an address. That it has gone meanwhile is no error. */
export async function openIn(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url }).catch(() => undefined);
}

/**
 * Takes a tab to a page of the extension. Chromium keeps such pages out of private windows; there the tab becomes empty, and the page opens
 * in a tab beside it.
 */
export async function openOwnPageIn(tabId: number, path: string): Promise<void> {
  try {
    await browser.tabs.update(tabId, { url: browser.runtime.getURL(path) });
  } catch {
    const isThere = await browser.tabs.get(tabId).then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    await openIn(tabId, 'about:blank');
    await openOwnPage(path);
  }
}

/** Opens a page of the extension in a tab of its own. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
