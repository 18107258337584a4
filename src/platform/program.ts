import browser from 'webextension-polyfill';

/** Version of the extension, and what the browser says of itself. */
export const readProgram = (): { readonly version: string; readonly browser: string } => ({
  version: browser.runtime.getManifest().version,
  browser: navigator.userAgent,
});
