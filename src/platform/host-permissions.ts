import browser from 'webextension-polyfill';

/** The name of one host, as a match pattern takes it: no wildcard, no port, no scheme. */
const hostName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/**
 * The patterns of exactly one host. Chromium asks for WebSockets by their own scheme (tried on Chromium 156).
 * @throws RangeError for anything that is not the name of one host, so that nobody is ever asked for more
 */
export function originsOf(host: string): string[] {
  if (!hostName.test(host)) throw new RangeError('not the name of one host');
  return [`https://${host}/*`, `wss://${host}/*`];
}

/**
 * Asks the person to let the extension look at some hosts, named one by one. Browsers allow it only while they handle a click or a key,
 * so nothing may be awaited before. Resolves with whether all of them were given. Nothing is asked for an empty list.
 */
export function requestHosts(hosts: readonly string[]): Promise<boolean> {
  if (hosts.length === 0) return Promise.resolve(true);
  return browser.permissions.request({ origins: hosts.flatMap(originsOf) });
}

/** Gives a host back that was asked for. Hosts of the manifest stay. */
export const releaseHost = (host: string): Promise<boolean> =>
  browser.permissions.remove({ origins: originsOf(host) });

/** Whether the browser lets the extension ask this host whatever it answers about other sites. */
export const isPermitted = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`https://${host}/*`] });

/** Calls back when hosts were given or taken back. */
export function onHostsChanged(callback: () => void): void {
  browser.permissions.onAdded.addListener(() => callback());
  browser.permissions.onRemoved.addListener(() => callback());
}

/** What Firefox asks for before it lets an extension see certificates. Nothing is ever changed with it. */
const forConnections = (): { permissions: 'webRequestBlocking'[] } => ({
  permissions: ['webRequestBlocking'],
});

/** Whether this browser can tell by which connection a document came: Firefox can, Chromium cannot. */
export const canTellConnections = (): boolean =>
  typeof browser.webRequest?.getSecurityInfo === 'function';

/** Whether the person allowed it. */
export const mayTellConnections = async (): Promise<boolean> =>
  canTellConnections() && browser.permissions.contains(forConnections());

/** Asks the person; to be called at once in the handler of a click. Resolves with whether it was given. */
export const requestConnections = (): Promise<boolean> =>
  browser.permissions.request(forConnections());

/** Gives it back. */
export const releaseConnections = (): Promise<boolean> =>
  browser.permissions.remove(forConnections());
