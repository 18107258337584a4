import type { Sighting } from '../core/index.ts';

/** Most uses of a token that are kept while its first inspection runs, the latest ones. */
export const maxLaterUses = 16;

/** Of uses in the same tabs the last one is enough. */
export function addLater(known: readonly Sighting[], sighting: Sighting): readonly Sighting[] {
  const tabs = sighting.tabIds.join();
  const others = known.filter(
    (use) => use.source !== sighting.source || use.tabIds.join() !== tabs,
  );
  return [...others, sighting].slice(-maxLaterUses);
}
