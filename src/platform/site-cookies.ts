import browser, { type Cookies } from 'webextension-polyfill';
import { maxCookies } from './cookies.ts';

export interface RemovedCookies {
  readonly removed: number;
  /** Those that are still there, because the browser refused or the page set them again. */
  readonly left: number;
}

/** What of a cookie tells it from all others. */
type Place = Pick<Cookies.Cookie, 'name' | 'path' | 'storeId' | 'domain' | 'hostOnly'> & {
  readonly partitionKey?: Cookies.PartitionKey | undefined;
};

/**
 * Removes every cookie that pages of this host get in this tab's profile, container or private window: HttpOnly and partitioned ones,
 * on whatever path, and those that a host above keeps for all of its subdomains. Nothing of another profile.
 * @param keepers hosts above that keep cookies of this one
 */
export async function removeSiteCookies(
  tabId: number,
  host: string,
  keepers: readonly string[],
): Promise<RemovedCookies> {
  const found = await listPlaces(tabId, host, keepers);
  await Promise.all(found.map((place) => remove(place, host)));
  const left = (await listPlaces(tabId, host, keepers)).length;
  return { removed: Math.max(0, found.length - left), left };
}

async function listPlaces(
  tabId: number,
  host: string,
  keepers: readonly string[],
): Promise<readonly Place[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const own = stores.filter(({ tabIds }) => tabIds.includes(tabId));
  const above = keepers.filter((keeper) => host.endsWith(`.${keeper}`));
  // By address: what the browser would send to the host's first page. By domain: every path.
  const questions = [
    { url: `https://${host}/` },
    ...[host, ...above].map((domain) => ({ domain })),
  ];
  const lists = await Promise.all(
    own.flatMap(({ id }) =>
      questions.map((asked) => browser.cookies.getAll({ ...asked, storeId: id, partitionKey: {} })),
    ),
  );
  const places = new Map<string, Place>();
  for (const cookie of lists.flat().slice(0, 2 * maxCookies)) {
    if (isForHost(cookie, host)) places.set(nameOf(cookie), cookie);
  }
  return [...places.values()];
}

function isForHost({ domain, hostOnly }: Place, host: string): boolean {
  const owner = domain.replace(/^\./, '');
  return owner === host || (!hostOnly && host.endsWith(`.${owner}`));
}

const nameOf = ({ domain, path, name, storeId, partitionKey }: Place): string =>
  JSON.stringify([domain, path, name, storeId, partitionKey ?? null]);

async function remove({ name, path, storeId, partitionKey }: Place, host: string): Promise<void> {
  const url = new URL(`https://${host}/`);
  // A cookie's path is hostile text; as a part of an address it stays a path.
  url.pathname = path;
  const partition = partitionKey === undefined ? {} : { partitionKey };
  // What is refused is counted as left.
  await browser.cookies.remove({ url: url.href, name, storeId, ...partition }).catch(() => null);
}
