import type { Sighting } from '../core/index.ts';
import type { KnownTab } from '../platform/tabs.ts';

/** Most tabs whose answer is remembered; a tab never changes from one kind to the other. */
export const maxKnownTabs = 1_000;

export interface PrivateTabs {
  /** Whether a tab is in a private window; one that has gone meanwhile counts as private. */
  isPrivate(tabId: number): Promise<boolean>;
  /** Passes sightings on, those of private windows marked as such. */
  mark(receive: (sighting: Sighting) => void): (sighting: Sighting) => void;
}

/**
 * Tells what comes from private windows. Chromium does not say it of requests, as Firefox does, so their tabs are asked. Where that leaves
 * a doubt, it counts as private: rather something is forgotten too early than written down against a promise.
 */
export function createPrivateTabs(parts: {
  /** Whether the extension may see private windows at all; browsers start it anew when that changes. */
  readonly seesPrivate: () => Promise<boolean>;
  readonly readTab: (tabId: number) => Promise<Pick<KnownTab, 'isPrivate'> | null>;
  readonly listTabs: () => Promise<readonly Pick<KnownTab, 'isPrivate'>[]>;
}): PrivateTabs {
  const known = new Map<number, boolean>();
  let sees: boolean | null = null;
  const asked = parts
    .seesPrivate()
    .catch(() => true)
    .then((answer) => {
      sees = answer;
    });

  async function isPrivate(tabId: number): Promise<boolean> {
    await asked;
    if (sees === false) return false;
    const before = known.get(tabId);
    if (before !== undefined) return before;
    const tab = await parts.readTab(tabId).catch(() => null);
    if (tab === null) return true;
    if (known.size >= maxKnownTabs) known.clear();
    known.set(tabId, tab.isPrivate);
    return tab.isPrivate;
  }

  /** A service worker's requests have no tab: whether one is private nobody says while such a window is open. */
  async function isAnyOpen(): Promise<boolean> {
    const tabs = await parts.listTabs().catch(() => null);
    return tabs?.some((tab) => tab.isPrivate) ?? true;
  }

  async function isOfPrivate({ tabIds }: Sighting): Promise<boolean> {
    await asked;
    if (sees === false) return false;
    if (tabIds.length === 0) return isAnyOpen();
    return (await Promise.all(tabIds.map(isPrivate))).includes(true);
  }

  return {
    isPrivate,
    mark: (receive) => (sighting) => {
      // Nearly everybody: no waiting at all.
      if (sighting.isPrivate || sees === false) receive(sighting);
      else void isOfPrivate(sighting).then((found) => receive({ ...sighting, isPrivate: found }));
    },
  };
}
