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
 * load only when all redirects are done: what was posted belongs to that page, though it was seen before.
 */
export function watchNavigationStarts(nowMs: () => number): NavigationStarts {
  const starts = new Map<number, { readonly requestId: string; readonly atMs: number }>();
  return {
    watch(urls) {
      const see = ({ tabId, requestId }: WebRequest.OnBeforeRequestDetailsType): void => {
        // Redirects keep the id of the first request.
        if (tabId < 0 || starts.get(tabId)?.requestId === requestId) return;
        starts.delete(tabId);
        starts.set(tabId, { requestId, atMs: nowMs() });
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
      starts.delete(tabId);
      const ageMs = start === undefined ? Number.POSITIVE_INFINITY : nowMs() - start.atMs;
      return start !== undefined && ageMs >= 0 && ageMs <= maxNavigationMs ? start.atMs : null;
    },
  };
}
