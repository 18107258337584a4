import browser, { type Cookies } from 'webextension-polyfill';

/** A cookie as the browser keeps it. Name and value are hostile, and the value may be a secret: it stays in memory. */
export interface ObservedCookie {
  readonly name: string;
  readonly value: string;
  /** Host that it belongs to, without the dot of domain cookies. */
  readonly host: string;
  readonly isDomainWide: boolean;
  readonly isHttpOnly: boolean;
  readonly isSecure: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  /** Seconds since the epoch; null: until the browser ends. */
  readonly expiresAtSeconds: number | null;
  /** Site of the page that it was set within, for partitioned cookies (CHIPS); null: not partitioned. */
  readonly partition: string | null;
  readonly isPrivate: boolean;
}

/** Most cookies of one host that are read; browsers keep 180 at most. */
export const maxCookies = 400;

/** Chromium's names are those of its default profile and of its private one; Firefox has containers beside them. */
const isPrivateStore = (storeId: string): boolean => storeId === '1' || /private/i.test(storeId);

/** Cookies that a page of this host gets, HttpOnly and partitioned ones too, in every open profile and container. */
export async function listCookies(host: string): Promise<readonly ObservedCookie[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const lists = await Promise.all(
    stores.map(({ id }) =>
      // Without a partition key, browsers leave partitioned cookies out; an empty one means all of them.
      browser.cookies.getAll({ url: `https://${host}/`, storeId: id, partitionKey: {} }),
    ),
  );
  return lists.flat().slice(0, maxCookies).map(toObserved);
}

/** What a cookie is, without what stands in it. */
export type CookieShape = Omit<ObservedCookie, 'value'>;

/**
 * The cookies that this tab's pages of a host get, by name and attributes, on whatever path; `keepers` are hosts above it that keep
 * cookies for all of their subdomains. Only those of the tab's own profile, container or private window.
 */
export async function describeCookies(
  tabId: number,
  host: string,
  keepers: readonly string[],
): Promise<readonly CookieShape[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const own = stores.filter(({ tabIds }) => tabIds.includes(tabId));
  const domains = [host, ...keepers.filter((keeper) => host.endsWith(`.${keeper}`))];
  const lists = await Promise.all(
    own.flatMap(({ id }) =>
      domains.map((domain) => browser.cookies.getAll({ domain, storeId: id, partitionKey: {} })),
    ),
  );
  const shapes = lists.flat().slice(0, maxCookies).map(toObserved).map(withoutValue);
  const isForHost = ({ host: owner, isDomainWide }: CookieShape) =>
    owner === host || (isDomainWide && host.endsWith(`.${owner}`));
  return shapes.filter(isForHost);
}

function withoutValue({ value: _value, ...shape }: ObservedCookie): CookieShape {
  return shape;
}

/**
 * Calls back whenever a cookie is set, until what it returns is called. What is removed, overwritten or has run out is told by the next
 * one that is set.
 */
export function onCookieSet(callback: (cookie: ObservedCookie) => void): () => void {
  const receive = ({ removed, cookie }: Cookies.OnChangedChangeInfoType): void => {
    if (!removed) callback(toObserved(cookie));
  };
  browser.cookies.onChanged.addListener(receive);
  return () => browser.cookies.onChanged.removeListener(receive);
}

/** Calls back whenever a cookie is taken away and no other one takes its place, until what it returns is called. */
export function onCookieRemoved(callback: (cookie: CookieShape) => void): () => void {
  const receive = ({ removed, cause, cookie }: Cookies.OnChangedChangeInfoType): void => {
    if (removed && cause !== 'overwrite') callback(withoutValue(toObserved(cookie)));
  };
  browser.cookies.onChanged.addListener(receive);
  return () => browser.cookies.onChanged.removeListener(receive);
}

function toObserved(cookie: Cookies.Cookie): ObservedCookie {
  const { sameSite } = cookie;
  return {
    name: cookie.name,
    value: cookie.value,
    host: cookie.domain.replace(/^\./, ''),
    isDomainWide: !cookie.hostOnly,
    isHttpOnly: cookie.httpOnly,
    isSecure: cookie.secure,
    sameSite:
      sameSite === 'strict' || sameSite === 'lax'
        ? sameSite
        : sameSite === 'no_restriction'
          ? 'none'
          : 'unspecified',
    expiresAtSeconds: cookie.expirationDate ?? null,
    partition: cookie.partitionKey?.topLevelSite || null,
    isPrivate: isPrivateStore(cookie.storeId),
  };
}
