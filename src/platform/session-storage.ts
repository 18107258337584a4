import browser from 'webextension-polyfill';

/** Memory that survives restarts of the background but not of the browser, and never reaches the disk. */
export interface SessionStorage {
  /** What was saved under the name, or undefined. The value is `unknown`: parse it. */
  load(name: string): Promise<unknown>;
  save(name: string, value: unknown): Promise<void>;
}

export const sessionStorage: SessionStorage = {
  load: async (name) => (await browser.storage.session.get(name))[name],
  save: (name, value) => browser.storage.session.set({ [name]: value }),
};
