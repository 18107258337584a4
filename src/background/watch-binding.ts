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
 * Watches for signs that sessions are bound to this device: of opaque webmails on their own hosts and on those that begin their sessions,
 * of the others while their pages are loaded, as their requests are many. Registers its listeners at once.
 */
export function watchBinding(note: (owner: BindingOwner, sign: BindingSign) => void): void {
  const opaque = providers.filter(({ isOpaque }) => isOpaque);
  const others = providers.filter(({ isOpaque }) => !isOpaque);
  const tell = (header: ObservedHeader): void => {
    const found = readHeader(header, providers);
    if (found !== null) note(found.owner, found.sign);
  };
  observeHeaderNames(patternsOf(opaque), bindingHeaders, tell);
  observeHeaderNames(patternsOf(others), bindingHeaders, tell, ['main_frame', 'sub_frame']);
}

const patternsOf = (watched: readonly Provider[]): readonly string[] => [
  ...new Set(
    watched
      .flatMap(({ hosts, signInHosts = [] }) => [...hosts, ...signInHosts])
      .map((host) => `https://${host}/*`),
  ),
];

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
