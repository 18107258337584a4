import type { Sighting } from '../core/index.ts';
import type { KnownTab } from '../platform/tabs.ts';
import { isLeftBehind } from './token-use.ts';

/**
 * Most tabs whose answer is remembered, also after they were closed: what they showed may come later. A tab never changes from one kind to
 * the other, and while the browser runs its id stands for no other one.
 */
export const maxKnownTabs = 1_000;

export interface PrivateTabs {
  /** A tab is there. Said early, it needs no question when the tab may have gone. */
  note(tab: Pick<KnownTab, 'id' | 'isPrivate'>): void;
  /** Whether a tab is in a private window; one that went before anything was known of it counts as private. */
  isPrivate(tabId: number): Promise<boolean>;
  /** The same of something that these tabs showed; without any, it counts as private while a private window is open. */
  isOfPrivate(shown: Pick<Sighting, 'tabIds'>): Promise<boolean>;
  /** Passes sightings on, those of private windows marked as such. */
  mark(receive: (sighting: Sighting) => void): (sighting: Sighting) => void;
}

/**
 * Tells what comes from private windows. Chromium does not say it of requests, as Firefox does, so their tabs are asked: those that are
 * there at the start at once and others when they open, as a page can close its own window before anybody asks. Where that leaves a doubt,
 * it counts as private: rather something is forgotten too early than written down against a promise.
 */
export function createPrivateTabs(parts: {
  /** Whether the extension may see private windows at all; browsers start it anew when that changes. */
  readonly seesPrivate: () => Promise<boolean>;
  readonly readTab: (tabId: number) => Promise<Pick<KnownTab, 'isPrivate'> | null>;
  readonly listTabs: () => Promise<readonly Pick<KnownTab, 'id' | 'isPrivate'>[]>;
}): PrivateTabs {
  const known = new Map<number, boolean>();
  let sees: boolean | null = null;
  const asked = parts
    .seesPrivate()
    .catch(() => true)
    .then(async (answer) => {
      if (answer) for (const tab of await parts.listTabs().catch(() => [])) note(tab);
      sees = answer;
    });

  function note({ id, isPrivate }: Pick<KnownTab, 'id' | 'isPrivate'>): void {
    known.delete(id);
    known.set(id, isPrivate);
    const [oldest] = known.keys();
    if (known.size > maxKnownTabs && oldest !== undefined) known.delete(oldest);
  }

  async function isPrivate(tabId: number): Promise<boolean> {
    await asked;
    if (sees === false) return false;
    const before = known.get(tabId);
    if (before !== undefined) return before;
    const tab = await parts.readTab(tabId).catch(() => null);
    if (tab === null) return true;
    note({ id: tabId, isPrivate: tab.isPrivate });
    return tab.isPrivate;
  }

  /** A service worker's requests have no tab: whether one is private nobody says while such a window is open. */
  async function isAnyOpen(): Promise<boolean> {
    const tabs = await parts.listTabs().catch(() => null);
    return tabs?.some((tab) => tab.isPrivate) ?? true;
  }

  async function isOfPrivate({ tabIds }: Pick<Sighting, 'tabIds'>): Promise<boolean> {
    await asked;
    if (sees === false) return false;
    if (tabIds.length === 0) return isAnyOpen();
    return (await Promise.all(tabIds.map(isPrivate))).includes(true);
  }

  return {
    note,
    isPrivate,
    isOfPrivate,
    mark: (receive) => (sighting) => {
      // Nearly everybody: no waiting at all.
      if (sighting.isPrivate || sees === false || isTold(sighting)) receive(sighting);
      else void isOfPrivate(sighting).then((found) => receive({ ...sighting, isPrivate: found }));
    },
  };
}

/** What stands in a tab or in its page's storage was read with its tab, and a cookie with its store: these say of which kind they are. */
const isTold = ({ context }: Sighting): boolean =>
  isLeftBehind(context) || context.presentedAs === 'cookie';
