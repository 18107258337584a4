import { findProvider } from '../core/index.ts';
import { logProblem } from '../platform/log.ts';
import { broadcast } from '../platform/messaging.ts';
import { type KnownTab, listTabs } from '../platform/tabs.ts';
import { viewChanged } from '../protocol/messages.ts';
import type { PopupView } from '../protocol/views.ts';
import { pace } from './paced.ts';
import { nameToolbarButton, showToolbar } from './responses/toolbar.ts';
import type { Webmails } from './session-view.ts';
import type { TabViewer } from './tab-viewer.ts';

/** Shortest time between two looks that tabs and open pages are given for new tokens, ms. */
export const showRestMs = 100;

export interface Display {
  /** Shows the newest state in every tab of a webmail and in open pages of the extension. */
  showEverywhere(): Promise<void>;
  /** The same at once, but of many new tokens at a time not for each: the toolbar's pictures cost more than judging a token. */
  showSoon(): void;
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
  async function showEverywhere(): Promise<void> {
    const tabs = await listTabs();
    await Promise.all([nameToolbarButton(), ...tabs.map(showTab)]);
    await broadcast(viewChanged);
  }
  const showSoon = pace(showEverywhere, showRestMs, () => logProblem('toolbar-unwritable'));
  return { showTab, showEverywhere, showSoon };
}
