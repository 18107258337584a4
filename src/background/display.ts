import { findProvider } from '../core/index.ts';
import { broadcast } from '../platform/messaging.ts';
import { type KnownTab, listTabs } from '../platform/tabs.ts';
import { viewChanged } from '../protocol/messages.ts';
import type { PopupView } from '../protocol/views.ts';
import { nameToolbarButton, showToolbar } from './responses/toolbar.ts';
import type { Webmails } from './session-view.ts';
import type { TabViewer } from './tab-viewer.ts';

export interface Display {
  /** Shows the newest state in every tab of a webmail and in open pages of the extension. */
  showEverywhere(): Promise<void>;
  /** Shows the newest state of one tab. */
  showTab(tab: KnownTab): Promise<void>;
}

/** What people see of the background's work without asking. */
export function createDisplay(
  { glance }: Pick<TabViewer, 'glance'>,
  webmails: () => Webmails,
  /** Does more with what a tab shows than the toolbar button does. */
  respond: (tab: KnownTab, view: PopupView) => Promise<unknown> = async () => undefined,
): Display {
  async function showTab(tab: KnownTab): Promise<void> {
    if (tab.host === null || findProvider(tab.host, tab.host, webmails()) === null) return;
    const view = await glance(tab);
    await showToolbar(tab.id, view);
    await respond(tab, view);
  }
  return {
    showTab,
    async showEverywhere() {
      const tabs = await listTabs();
      await Promise.all([nameToolbarButton(), ...tabs.map(showTab)]);
      await broadcast(viewChanged);
    },
  };
}
