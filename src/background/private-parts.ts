import { seesPrivateWindows } from '../platform/private-windows.ts';
import { listTabs, onTabSeen, readTab } from '../platform/tabs.ts';
import { createPrivateEnd } from './private-end.ts';
import { createPrivateTabs, type PrivateTabs } from './private-tabs.ts';

/** Everything about private windows, put together. Registers its listeners at once. */
export function createPrivateParts(
  stores: Parameters<typeof createPrivateEnd>[0]['stores'],
): PrivateTabs & { readonly tabClosed: (tabId: number) => Promise<void> } {
  const tabs = createPrivateTabs({ seesPrivate: seesPrivateWindows, readTab, listTabs });
  onTabSeen(tabs.note);
  return { ...tabs, tabClosed: createPrivateEnd({ listTabs, stores }) };
}
