import browser from 'webextension-polyfill';

/** Whether the browser lets the extension see this host. People can take that back at any time (Firefox shows a switch). */
export function canSeeHost(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`https://${host}/*`] });
}
