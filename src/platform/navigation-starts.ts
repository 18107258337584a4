import browser, { type WebRequest } from 'webextension-polyfill';

/** Longest time between the first request of a navigation and its page, milliseconds; older starts belong to something else. */
export const maxNavigationMs = 120_000;
/** Most tabs whose navigations are remembered. */
export const maxTabs = 256;

export interface NavigationStarts {
  /** Watches navigations to these addresses too, until what it returns is called. */
  watch(urls: readonly string[]): () => void;
  /** When the navigation whose page begins to load now sent its first request; null when that was not seen. Answers once. */
  take(tabId: number): number | null;
}

/**
 * Remembers when navigations began. A sign-in answer is posted by the first request of a navigation, and its page begins to
 * load only when all redirects are done: what was posted belongs to that page, though it was seen before. So does what stands in the
 * address of a redirect, which began at the sign-in service.
 */
export function watchNavigationStarts(nowMs: () => number): NavigationStarts {
  const starts = new Map<number, Start>();
  return {
    watch(urls) {
      const see = ({ tabId, requestId }: WebRequest.OnBeforeRequestDetailsType): void => {
        if (tabId < 0) return;
        // Redirects keep the id of the first request. A tab can say that it is loading before them and after.
        const known = starts.get(tabId);
        const atMs = known?.requestId === requestId ? known.atMs : nowMs();
        starts.delete(tabId);
        starts.set(tabId, { requestId, atMs, isTaken: false });
        for (const [oldest] of starts) {
          if (starts.size <= maxTabs) break;
          starts.delete(oldest);
        }
      };
      const { onBeforeRequest } = browser.webRequest;
      onBeforeRequest.addListener(see, { urls: [...urls], types: ['main_frame'] });
      return () => onBeforeRequest.removeListener(see);
    },
    take(tabId) {
      const start = starts.get(tabId);
      if (start === undefined || start.isTaken) return null;
      starts.set(tabId, { ...start, isTaken: true });
      const ageMs = nowMs() - start.atMs;
      return ageMs >= 0 && ageMs <= maxNavigationMs ? start.atMs : null;
    },
  };
}

interface Start {
  readonly requestId: string;
  readonly atMs: number;
  readonly isTaken: boolean;
}
