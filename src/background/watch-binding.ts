import {
  type BindingSign,
  bindingHeaders,
  findProvider,
  type Provider,
  providers,
  readBindingSign,
} from '../core/index.ts';
import { type ObservedHeader, observeHeaderNames } from '../platform/header-names.ts';
import { patternsOf } from '../platform/host-patterns.ts';
import { hostOf } from '../platform/tabs.ts';
import type { BindingOwner } from './binding-store.ts';
import type { PrivateTabs } from './private-tabs.ts';
import type { Webmails } from './session-view.ts';
import type { Follow } from './sources/source.ts';
import { createTurns } from './turns.ts';

/**
 * Watches for signs that sessions are bound to this device: of opaque webmails on their own hosts and on those that begin their sessions,
 * of the others, added ones too, while their pages are loaded, as their requests are many. Registers its listeners at once, and those for
 * webmails that somebody added when these are known.
 */
export function watchBinding(
  { follow }: { readonly follow: Follow },
  /** The webmails that there are now. */
  webmails: () => Webmails,
  isOfPrivate: PrivateTabs['isOfPrivate'],
  note: (owner: BindingOwner, sign: BindingSign) => void,
): void {
  const inTurn = createTurns();
  const tell = (header: ObservedHeader): void => {
    const found = readHeader(header, webmails());
    if (found === null) return;
    const { owner, sign } = found;
    const tabIds = header.tabId === null ? [] : [header.tabId];
    // One after the other: that a session has ended may not be overtaken by that it is in use.
    void inTurn(0, async () => {
      const isPrivate = owner.isPrivate || (await isOfPrivate({ tabIds }));
      note({ ...owner, isPrivate }, sign);
    });
  };
  follow({
    watch({ pages }) {
      const opaque = providers.filter(
        ({ isOpaque, hosts }) => isOpaque && hosts.some((host) => pages.includes(host)),
      );
      const everything = [
        ...new Set(opaque.flatMap(({ hosts, signInHosts = [] }) => [...hosts, ...signInHosts])),
      ];
      const others = pages.filter((host) => !everything.includes(host));
      const stops = [
        observeHeaderNames(patternsOf(everything), bindingHeaders, tell),
        observeHeaderNames(patternsOf(others), bindingHeaders, tell, ['main_frame', 'sub_frame']),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  });
}

/** What one header shows, and of which webmail, in a private window as far as the browser says it; null: nothing. */
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
