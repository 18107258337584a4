import { seesPrivateWindows } from '../platform/private-windows.ts';
import { listTabs, readTab } from '../platform/tabs.ts';
import { createPrivateEnd } from './private-end.ts';
import { createPrivateTabs, type PrivateTabs } from './private-tabs.ts';

/** Everything about private windows, put together. */
export function createPrivateParts(
  stores: Parameters<typeof createPrivateEnd>[0]['stores'],
): PrivateTabs & { readonly tabClosed: (tabId: number) => Promise<void> } {
  return {
    ...createPrivateTabs({ seesPrivate: seesPrivateWindows, readTab, listTabs }),
    tabClosed: createPrivateEnd({ listTabs, stores }),
  };
}
