import browser, { type Tabs } from 'webextension-polyfill';
import { hostOf } from './tabs.ts';

/** What a page keeps in its web storage and might be a token. Hostile, and it may be a secret: it stays in memory. */
export interface StoredValue {
  readonly area: 'local' | 'session';
  readonly value: string;
}

/** Most entries that are looked at, longest value, and most values and characters that are handed over. */
export const maxEntries = 2_000;
export const maxValueLength = 131_072;
export const maxValues = 64;
export const maxCharacters = 1_048_576;

/**
 * Reads a tab's web storage once, by a function that the browser runs beside the page's own code and out of its sight. Changes
 * nothing. Values that cannot hold a token are never handed over. An empty list where the page may not be read.
 */
export async function readPageStorage(tabId: number): Promise<readonly StoredValue[]> {
  try {
    const frames = await collect(tabId);
    return frames.flatMap(({ result }) => parseValues(result));
  } catch {
    // Closed, navigating, a page of the browser, or a host that may not be looked at.
    return [];
  }
}

/** Whether the tab shows a page of this host that keeps nothing which could hold a token. False where that cannot be told. */
export async function keepsNothing(tabId: number, host: string): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tabId);
    if (hostOf(url) !== host) return false;
    const frames = await collect(tabId);
    return frames.length > 0 && frames.every(({ result }) => isEmptyList(result));
  } catch {
    return false;
  }
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const collect = (tabId: number) =>
  browser.scripting.executeScript({
    target: { tabId },
    func: collectValues,
    args: [{ maxEntries, maxValueLength, maxValues, maxCharacters }],
  });

/** Calls back when a page of these hosts has loaded, until what it returns is called. */
export function onPageLoaded(
  hosts: readonly string[],
  callback: (tab: { id: number; host: string; isPrivate: boolean }) => void,
): () => void {
  const watched = new Set(hosts);
  const see = (
    id: number,
    { status }: Tabs.OnUpdatedChangeInfoType,
    { url, incognito }: Tabs.Tab,
  ): void => {
    const host = status === 'complete' ? hostOf(url) : null;
    if (host !== null && watched.has(host)) callback({ id, host, isPrivate: incognito });
  };
  browser.tabs.onUpdated.addListener(see);
  return () => browser.tabs.onUpdated.removeListener(see);
}

/** Pages of these hosts that are open now. */
export async function listOpenPages(
  hosts: readonly string[],
): Promise<readonly { id: number; host: string; isPrivate: boolean }[]> {
  const tabs = await browser.tabs.query({ url: hosts.map((host) => `https://${host}/*`) });
  return tabs.flatMap(({ id, url, incognito }) => {
    const host = hostOf(url);
    return id === undefined || host === null ? [] : [{ id, host, isPrivate: incognito }];
  });
}

interface Bounds {
  readonly maxEntries: number;
  readonly maxValueLength: number;
  readonly maxValues: number;
  readonly maxCharacters: number;
}

/** Runs in the page's process: it must stand alone, and it sees nothing of this file. */
function collectValues(bounds: Bounds): { area: string; value: string }[] {
  const found: { area: string; value: string }[] = [];
  let characters = 0;
  const areas = { local: () => localStorage, session: () => sessionStorage };
  for (const [area, open] of Object.entries(areas)) {
    try {
      const storage = open();
      const count = Math.min(storage.length, bounds.maxEntries);
      for (let index = 0; index < count && found.length < bounds.maxValues; index++) {
        const value = storage.getItem(storage.key(index) ?? '') ?? '';
        if (value.length > bounds.maxValueLength) continue;
        const mayHoldToken = /e[yw][\w-]{6,}={0,2}\./.test(value);
        const isEncrypted = /^\{"id":"[^"]{1,64}","nonce":"[^"]{1,64}","data":"/.test(value);
        if (!mayHoldToken && !isEncrypted) continue;
        characters += value.length;
        if (characters > bounds.maxCharacters) return found;
        found.push({ area, value });
      }
    } catch {
      // A page can be forbidden to keep anything.
    }
  }
  return found;
}

/** The page's process is the page's: its answer is judged like any other text from outside. */
function parseValues(result: unknown): StoredValue[] {
  if (!Array.isArray(result)) return [];
  return result.slice(0, maxValues).flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('area' in entry)) return [];
    if (!('value' in entry) || typeof entry.value !== 'string') return [];
    const area = entry.area === 'local' ? 'local' : 'session';
    return entry.value.length > maxValueLength ? [] : [{ area, value: entry.value }];
  });
}
