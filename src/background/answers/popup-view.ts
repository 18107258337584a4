import type { KnownTab } from '../../platform/tabs.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import type { PopupView } from '../../protocol/views.ts';
import { noTab } from '../tab-viewer.ts';

/** What the popup shows for a tab. */
export const answerPopupView =
  (parts: {
    readonly readTab: (tabId: number) => Promise<KnownTab | null>;
    readonly look: (tab: KnownTab) => Promise<PopupView>;
  }) =>
  async ({ tabId }: RequestOf<'popup-view'>): Promise<PopupView> => {
    const tab = tabId === null ? null : await parts.readTab(tabId);
    return parts.look(tab ?? noTab);
  };
