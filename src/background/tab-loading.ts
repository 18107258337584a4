import type { KnownTab } from '../platform/tabs.ts';
import type { Display } from './display.ts';
import type { MemoryStore } from './memory-store.ts';
import type { SessionStore } from './session-store.ts';
import type { WatchedHosts } from './watched-hosts.ts';

/** Notes that a tab began to load another page, which also reset its toolbar button. */
export function createTabLoading(parts: {
  readonly pageStartOf: (tabId: number) => number;
  readonly hosts: Pick<WatchedHosts, 'isSignIn'>;
  readonly sessions: Pick<SessionStore, 'noteLoad'>;
  readonly memory: Pick<MemoryStore, 'noteStart'>;
  readonly warnings: { readonly forgetPage: (tabId: number) => Promise<void> };
  readonly display: Pick<Display, 'showTab'>;
}): (tab: KnownTab) => Promise<void> {
  return async (tab) => {
    const atMs = parts.pageStartOf(tab.id);
    // A sign-in may be made in a window of its own for a page in another tab.
    const isSignIn = parts.hosts.isSignIn(tab.host);
    // What is shown does not wait for what is written.
    void parts.sessions.noteLoad(tab.id, atMs);
    void parts.memory.noteStart({ tabId: isSignIn ? null : tab.id, atMs });
    await parts.warnings.forgetPage(tab.id);
    await parts.display.showTab(tab);
  };
}
