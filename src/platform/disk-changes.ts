import browser from 'webextension-polyfill';

/** Calls back with what was saved on disk under a name, whoever saved it; undefined when it was removed. */
export function onDiskChanged(name: string, callback: (value: unknown) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const change = changes[name];
    if (change !== undefined) callback(change.newValue);
  });
}
