/** Most tabs whose page load is remembered. */
export const maxTabLoads = 256;

/** When the page in each tab was loaded. */
export function createTabLoads() {
  const loads = new Map<number, number>();

  function note(tabId: number, startedAtMs: number): void {
    loads.delete(tabId);
    loads.set(tabId, startedAtMs);
    for (const [oldest] of loads) {
      if (loads.size <= maxTabLoads) break;
      loads.delete(oldest);
    }
  }

  return {
    note,
    /** 0 when that is not known. */
    atMs: (tabId: number): number => loads.get(tabId) ?? 0,
    entries: (): [number, number][] => [...loads],
    /** Puts back what was stored. A load that was noted meanwhile is newer than any stored one. */
    restore(stored: readonly (readonly [number, number])[]): void {
      const newer = [...loads];
      loads.clear();
      for (const [tabId, atMs] of [...stored, ...newer]) note(tabId, atMs);
    },
  };
}
