import { patternsOf } from '../platform/host-patterns.ts';
import { watchNavigationStarts } from '../platform/navigation-starts.ts';
import type { Follow } from './sources/source.ts';

/** Tells when the navigation began whose page begins to load in a tab now; the time of asking where that was not seen. */
export function watchPageStarts(
  { follow }: { readonly follow: Follow },
  nowMs: () => number,
): (tabId: number) => number {
  const navigations = watchNavigationStarts(nowMs);
  follow({
    watch({ pages, signIn }) {
      const watched = [...pages, ...signIn];
      return watched.length === 0 ? () => undefined : navigations.watch(patternsOf(watched));
    },
  });
  return (tabId) => navigations.take(tabId) ?? nowMs();
}
