import browser, { type Tabs } from 'webextension-polyfill';
import { hostOf } from './tabs.ts';

/** What a page keeps in its web storage and might be a token. Hostile, and it may be a secret: it stays in memory. */
export interface StoredValue {
  /** Of the page, or of the frame inside of it, that keeps it. */
  readonly host: string;
  readonly area: 'local' | 'session';
  readonly value: string;
}

/** Most entries of a frame that are looked at, longest value, and most values and characters of a tab that are handed over. */
export const maxEntries = 2_000;
export const maxValueLength = 131_072;
export const maxValues = 64;
export const maxCharacters = 1_048_576;
/** Most frames of a tab that are read, its page among them. */
export const maxFrames = 8;

/**
 * Reads the web storage of a tab's page, and of frames of these hosts inside of it, once, by functions that the browser runs beside the
 * page's own code and out of its sight. Changes nothing. Values that cannot hold a token are never handed over. An empty list where
 * the page may not be read, or shows another host by now.
 */
export async function readPageStorage(
  { id, host }: { readonly id: number; readonly host: string },
  hosts: readonly string[],
): Promise<readonly StoredValue[]> {
  const found: StoredValue[] = [];
  let characters = 0;
  if (!hosts.includes(host)) return found;
  // One after the other, so that what one hands over is the next one's bound.
  for (const frame of [{ frameId: 0, host }, ...(await listFrames(id, hosts))]) {
    const left = { maxValues: maxValues - found.length, maxCharacters: maxCharacters - characters };
    if (left.maxValues === 0) break;
    // Gone or elsewhere meanwhile, a page of the browser, or a host that may not be looked at.
    const result = await collect(id, frame, left).catch(() => null);
    for (const stored of parseValues(result, frame.host).slice(0, left.maxValues)) {
      characters += stored.value.length;
      found.push(stored);
    }
  }
  return found;
}

/** Whether the tab shows a page of this host that keeps nothing which could hold a token. False where that cannot be told. */
export async function keepsNothing(tabId: number, host: string): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tabId);
    if (hostOf(url) !== host) return false;
    const result = await collect(tabId, { frameId: 0, host }, { maxValues, maxCharacters });
    return Array.isArray(result) && result.length === 0;
  } catch {
    return false;
  }
}

interface Frame {
  readonly frameId: number;
  readonly host: string;
}

/**
 * Frames inside a page that have one of these hosts and a storage of their own. Browsers run the function only in frames whose host was
 * given, and in a world of its own, where a page cannot change what `location` says.
 */
async function listFrames(tabId: number, hosts: readonly string[]): Promise<readonly Frame[]> {
  const frames = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: tellOrigin,
      // Without this, one frame that never ends loading holds up all the others.
      injectImmediately: true,
    })
    .catch(() => []);
  return frames
    .flatMap(({ frameId, result }) => {
      const host = typeof result === 'string' ? hostOf(result) : null;
      return frameId === 0 || host === null || !hosts.includes(host) ? [] : [{ frameId, host }];
    })
    .slice(0, maxFrames - 1);
}

/** Runs in the page's process and must stand alone. Null: the frame has the page's own storage. */
function tellOrigin(): string | null {
  try {
    if (top?.location.origin === location.origin) return null;
  } catch {
    // The page is of another origin.
  }
  return location.origin;
}

async function collect(
  tabId: number,
  { frameId, host }: Frame,
  left: Pick<Bounds, 'maxValues' | 'maxCharacters'>,
): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: collectValues,
    args: [{ host, maxEntries, maxValueLength, ...left }],
    injectImmediately: true,
  });
  return frame?.result;
}

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
  readonly host: string;
  readonly maxEntries: number;
  readonly maxValueLength: number;
  readonly maxValues: number;
  readonly maxCharacters: number;
}

/** Runs in the page's process: it must stand alone, and it sees nothing of this file. Null: another host's page by now. */
function collectValues(bounds: Bounds): { area: string; value: string }[] | null {
  if (location.hostname !== bounds.host) return null;
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
function parseValues(result: unknown, host: string): StoredValue[] {
  if (!Array.isArray(result)) return [];
  return result.slice(0, maxValues).flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('area' in entry)) return [];
    if (!('value' in entry) || typeof entry.value !== 'string') return [];
    const area = entry.area === 'local' ? 'local' : 'session';
    return entry.value.length > maxValueLength ? [] : [{ host, area, value: entry.value }];
  });
}
