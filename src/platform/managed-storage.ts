import browser from 'webextension-polyfill';

/** What an organisation gives to the browser for this extension. */
export interface ManagedStorage {
  /** What stands there now, or undefined without a policy. The value is `unknown`: parse it. */
  load(): Promise<unknown>;
}

export const managedStorage: ManagedStorage = {
  async load() {
    try {
      return await browser.storage.managed.get();
    } catch {
      // Firefox rejects where nobody manages it; Chromium gives an empty object (both tried on Firefox 153 and Chromium 156).
      return undefined;
    }
  },
};

/**
 * Calls back when the browser hands over something new. Firefox never does: it reads policies when it starts. Listens to this storage alone:
 * who listens to all of them is sent everything that is written anywhere, the old values and the new ones.
 */
export function onManagedStorageChanged(callback: () => void): void {
  browser.storage.managed.onChanged?.addListener(() => callback());
}
