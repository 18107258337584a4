import browser from 'webextension-polyfill';

/**
 * Calls back once, when the extension was installed: not when it, or the browser, was updated, and not for a temporary add-on of Firefox,
 * which is installed anew whenever a developer loads it.
 */
export function onFirstInstall(callback: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary = false }) => {
    if (reason === 'install' && !temporary) callback();
  });
}
