import browser from 'webextension-polyfill';

/** Memory that survives restarts of the background but not of the browser, and never reaches the disk. */
export interface SessionStorage {
  /** What was saved under the name, or undefined. The value is `unknown`: parse it. */
  load(name: string): Promise<unknown>;
  save(name: string, value: unknown): Promise<void>;
}

/** The same for many values, of which few change at a time: what is saved is copied between processes, whole. */
export interface SessionTable {
  /** Every value whose name begins so. The values are `unknown`: parse them. */
  list(prefix: string): Promise<ReadonlyMap<string, unknown>>;
  change(kept: ReadonlyMap<string, unknown>, forgotten: readonly string[]): Promise<void>;
}

export const sessionStorage: SessionStorage & SessionTable = {
  load: async (name) => (await browser.storage.session.get(name))[name],
  save: (name, value) => browser.storage.session.set({ [name]: value }),
  async list(prefix) {
    const all = Object.entries(await browser.storage.session.get(null));
    return new Map(all.filter(([name]) => name.startsWith(prefix)));
  },
  async change(kept, forgotten) {
    // First, because what is to be forgotten still takes its room.
    if (forgotten.length > 0) await browser.storage.session.remove([...forgotten]);
    if (kept.size > 0) await browser.storage.session.set(Object.fromEntries(kept));
  },
};
