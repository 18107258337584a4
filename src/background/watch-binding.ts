import {
  type BindingSign,
  bindingHeaders,
  findProvider,
  type Provider,
  providers,
  readBindingSign,
} from '../core/index.ts';
import { type ObservedHeader, observeHeaderNames } from '../platform/header-names.ts';
import { hostOf } from '../platform/tabs.ts';
import type { BindingOwner } from './binding-store.ts';

/**
 * Watches for signs that the sessions of opaque webmails are bound to this device, on their own hosts and on those that begin their
 * sessions. Registers its listeners at once.
 */
export function watchBinding(note: (owner: BindingOwner, sign: BindingSign) => void): void {
  const watched = providers.filter(({ isOpaque }) => isOpaque);
  const hosts = watched.flatMap(({ hosts, signInHosts = [] }) => [...hosts, ...signInHosts]);
  observeHeaderNames(
    [...new Set(hosts)].map((host) => `https://${host}/*`),
    bindingHeaders,
    (header) => {
      const found = readHeader(header, watched);
      if (found !== null) note(found.owner, found.sign);
    },
  );
}

/** What one header shows, and of which webmail; null: nothing. */
export function readHeader(
  { kind, lowerName, url, isPrivate }: ObservedHeader,
  watched: readonly Provider[],
): { readonly owner: BindingOwner; readonly sign: BindingSign } | null {
  const sign = readBindingSign(kind, lowerName);
  const host = hostOf(url);
  if (sign === null || host === null) return null;
  const provider =
    findProvider(host, null, watched) ??
    watched.find(({ signInHosts = [] }) => signInHosts.includes(host));
  return provider === undefined ? null : { owner: { provider: provider.id, isPrivate }, sign };
}
