import type { KnownTab } from '../platform/tabs.ts';

/**
 * Forgets what is known of private windows when the last of their tabs is closed. Until then it is in memory alone.
 * @returns to be called for each tab that is closed
 */
export function createPrivateEnd(parts: {
  readonly listTabs: () => Promise<readonly Pick<KnownTab, 'id' | 'isPrivate'>[]>;
  readonly stores: readonly { readonly forgetPrivate: () => Promise<void> }[];
}): (tabId: number) => Promise<void> {
  /** Browsers may list a tab for a moment after they have told that it is closed. */
  const closed = new Set<number>();

  return async (tabId) => {
    closed.add(tabId);
    const tabs = await parts.listTabs();
    if (tabs.some(({ id, isPrivate }) => isPrivate && !closed.has(id))) return;
    closed.clear();
    await Promise.all(parts.stores.map((store) => store.forgetPrivate()));
  };
}
