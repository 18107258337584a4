import browser from 'webextension-polyfill';

/** Storage on disk that outlives the browser. Never holds anything of a private window, and no token. */
export interface DiskStorage {
  /** What was saved under the name, or undefined. The value is `unknown`: parse it. */
  load(name: string): Promise<unknown>;
  save(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

export const diskStorage: DiskStorage = {
  load: async (name) => (await browser.storage.local.get(name))[name],
  save: (name, value) => browser.storage.local.set({ [name]: value }),
  remove: (name) => browser.storage.local.remove(name),
};
