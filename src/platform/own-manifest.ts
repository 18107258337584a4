import browser from 'webextension-polyfill';

/** What the extension may do, as its manifest says. */
export interface OwnPermissions {
  /** Names of the browser's permissions. */
  readonly names: readonly string[];
  /** Exact hosts, each once. */
  readonly hosts: readonly string[];
}

/** Reads the manifest of this very extension, so that what is told of it is what holds. */
export function readOwnPermissions(): OwnPermissions {
  const { permissions = [], host_permissions: patterns = [] } = browser.runtime.getManifest();
  const names = permissions.filter((name): name is string => typeof name === 'string');
  const hosts = patterns.flatMap((pattern: unknown) =>
    typeof pattern === 'string' ? (/^https:\/\/([a-z0-9.-]+)\/\*$/.exec(pattern)?.[1] ?? []) : [],
  );
  return { names, hosts: [...new Set(hosts)] };
}
