import browser from 'webextension-polyfill';

/**
 * Whether the extension may look at a site: `open`; `not-permitted`: the person, or the browser for them, has not given it the host or
 * has taken it back; `closed`: the host was given, and yet the browser keeps it from extensions (an organisation's
 * `runtime_blocked_hosts`, sites that the browser's maker protects).
 */
export type SiteAccess = 'open' | 'not-permitted' | 'closed';

/**
 * Tells for a host, whether a page of it is open or not. `permissions.contains` says yes of hosts that a policy closes, but the cookie
 * store of such a host is refused with an error (tried on Chromium 156; Firefox 153 refuses pages only). Both are asked at once, because
 * the popup waits for the answer.
 */
export async function readSiteAccess(host: string): Promise<SiteAccess> {
  const [isPermitted, isRefused] = await Promise.all([
    browser.permissions.contains({ origins: [`https://${host}/*`] }),
    refusesCookies(host),
  ]);
  if (!isPermitted) return 'not-permitted';
  return isRefused ? 'closed' : 'open';
}

/** The hosts that the extension may not look at, out of many, and why. */
export async function listUnseenHosts(
  hosts: readonly string[],
): Promise<ReadonlyMap<string, 'not-permitted' | 'closed'>> {
  const { origins = [] } = await browser.permissions.getAll();
  const permitted = new Set(origins);
  const found = await Promise.all(
    hosts.map(async (host): Promise<[string, SiteAccess]> => {
      if (!permitted.has(`https://${host}/*`)) return [host, 'not-permitted'];
      return [host, (await refusesCookies(host)) ? 'closed' : 'open'];
    }),
  );
  return new Map(found.flatMap(([host, access]) => (access === 'open' ? [] : [[host, access]])));
}

/** A name that no site uses: the answer is not what is looked for. */
const noCookie = 'countersign-no-such-cookie';

async function refusesCookies(host: string): Promise<boolean> {
  return browser.cookies.get({ url: `https://${host}/`, name: noCookie }).then(
    () => false,
    () => true,
  );
}

/** How browsers say that a page may not be looked at, though its host was given: Chromium and Edge, Firefox. */
const refusals = /ExtensionsSettings policy|Missing host permission|Cannot access/;

/**
 * Whether the browser keeps the loaded page of a tab from extensions. Nothing is read from the page. False while it loads, for error
 * pages, and when the tab has gone.
 */
export async function isPageClosed(tabId: number): Promise<boolean> {
  try {
    const { status } = await browser.tabs.get(tabId);
    if (status !== 'complete') return false;
    await browser.scripting.executeScript({
      target: { tabId },
      func: standsForNothing,
      injectImmediately: true,
    });
    return false;
  } catch (error) {
    return error instanceof Error && refusals.test(error.message);
  }
}

/** Runs in the page's process and does nothing: that it may run is the answer. */
function standsForNothing(): void {}
