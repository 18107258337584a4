import type { Policy } from '../core/index.ts';
import type { KnownTab } from '../platform/tabs.ts';
import type { PopupView, SessionView } from '../protocol/views.ts';
import type { BlockStore } from './block-store.ts';

/**
 * Closes a webmail's tab in which a forged session is used, where the organisation wants that: the tab goes to a page of ours, whose
 * address holds an id and nothing else. That page is no webmail's, so it is never closed itself. What is unusual never closes anything.
 */
export function createBlocking(parts: {
  readonly policy: () => Policy;
  readonly store: BlockStore;
  /** Takes the tab to the page for this id. */
  readonly show: (tabId: number, id: string) => Promise<void>;
  readonly nowMs: () => number;
}): (tab: KnownTab, view: PopupView) => Promise<boolean> {
  /** Tabs that are on their way. */
  const leaving = new Set<number>();

  return async (tab, view) => {
    if (!parts.policy().blockOnDanger || tab.host === null || view.state !== 'session') {
      return false;
    }
    await parts.store.ready;
    const forged = view.here.find(
      ({ id, verdict }) => verdict === 'danger' && !parts.store.isContinued(tab.id, id),
    );
    if (forged === undefined || leaving.has(tab.id)) return false;
    leaving.add(tab.id);
    try {
      const id = await parts.store.add(describe(tab.id, tab.host, forged, parts.nowMs()));
      await parts.show(tab.id, id);
    } finally {
      leaving.delete(tab.id);
    }
    return true;
  };
}

function describe(tabId: number, host: string, session: SessionView, atMs: number) {
  const dangers = session.inspections.filter(({ verdict }) => verdict === 'danger');
  const rules = dangers.flatMap(({ outcomes }) =>
    outcomes.flatMap((outcome) =>
      outcome.outcome === 'fail' && outcome.severity === 'danger' ? [outcome.rule] : [],
    ),
  );
  return {
    tabId,
    session: session.id,
    fingerprints: dangers.map(({ fingerprint }) => fingerprint),
    webmail: session.providerName,
    host,
    account: session.account,
    rules: [...new Set(rules)],
    atMs,
    signOutUrl: session.signOutUrl,
  };
}
