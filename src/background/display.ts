import { findProvider } from '../core/index.ts';
import { logProblem } from '../platform/log.ts';
import { broadcast } from '../platform/messaging.ts';
import { type KnownTab, listTabs, readTab } from '../platform/tabs.ts';
import { viewChanged } from '../protocol/messages.ts';
import type { PopupView } from '../protocol/views.ts';
import { pace } from './paced.ts';
import { nameToolbarButton, showToolbar } from './responses/toolbar.ts';
import type { Webmails } from './session-view.ts';
import { noTab, type TabViewer } from './tab-viewer.ts';
import { createTurns } from './turns.ts';

/** Shortest time between two looks that tabs and open pages are given for new tokens, ms. */
export const showRestMs = 100;

export interface Display {
  /** Shows the newest state in every tab of a webmail and in open pages of the extension. */
  showEverywhere(): Promise<void>;
  /** The same at once, but of many new tokens at a time not for each: the toolbar's pictures cost more than judging a token. */
  showSoon(): void;
  /** The same, and takes back what other tabs still show: for the start, and for when hosts were given or taken back. */
  showAnew(): Promise<void>;
  /** Shows the newest state of one tab. */
  showTab(tab: KnownTab): Promise<void>;
}

/** What people see of the background's work without asking. */
export function createDisplay(
  { glance }: Pick<TabViewer, 'glance'>,
  webmails: () => Webmails,
  more: {
    /** What is done about what a tab shows beside the toolbar button, one after the other. */
    readonly responses: readonly ((tab: KnownTab, view: PopupView) => Promise<unknown>)[];
    /** Warns of what is wrong with any session, in a tab or not. */
    readonly warn: () => Promise<void>;
  } = { responses: [], warn: async () => undefined },
): Display {
  /** What is shown for a page that the browser hides, where it could be a webmail that may not be seen. */
  let hidden: PopupView | null = null;

  const inTurn = createTurns();

  async function showTab(tab: KnownTab): Promise<void> {
    // Of two looks at once, the older could be drawn last and stay.
    const view = await inTurn(tab.id, () => drawButton(tab));
    if (view === null) return;
    for (const respond of more.responses) await respond(tab, view);
  }

  /** What is shown for a webmail's page; null: the page is none. */
  async function drawButton(tab: KnownTab): Promise<PopupView | null> {
    if (!isWebmail(tab)) {
      if (tab.host === null && hidden !== null) await showToolbar(tab.id, hidden);
      return null;
    }
    const view = await glance(tab);
    await showToolbar(tab.id, view);
    return view;
  }

  const isWebmail = ({ host }: KnownTab): boolean =>
    host !== null && findProvider(host, host, webmails()) !== null;

  /** A page that is no webmail, or of which the browser no longer tells that it is one, may not go on showing what it once was. */
  async function clear(tabs: readonly KnownTab[]): Promise<void> {
    const view = await glance(noTab);
    hidden = view.state === 'hidden' ? view : null;
    // While that was looked up, a tab may have become a webmail's, and its newer button is not drawn over.
    const clearTab = async (id: number): Promise<void> => {
      const tab = await readTab(id);
      if (tab !== null && !isWebmail(tab)) await showToolbar(id, view);
    };
    await Promise.all(tabs.map(({ id }) => inTurn(id, () => clearTab(id))));
  }

  async function showEverywhere(): Promise<void> {
    const tabs = (await listTabs()).filter(isWebmail);
    await Promise.all([nameToolbarButton(), ...tabs.map(showTab), more.warn()]);
    await broadcast(viewChanged);
  }

  const showSoon = pace(showEverywhere, showRestMs, () => logProblem('toolbar-unwritable'));
  return {
    showTab,
    showEverywhere,
    showSoon,
    async showAnew() {
      const others = (await listTabs()).filter((tab) => !isWebmail(tab));
      await Promise.all([showEverywhere(), clear(others)]);
    },
  };
}
