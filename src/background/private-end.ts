import { answerWaitMs } from '../platform/pending-answers.ts';
import type { KnownTab } from '../platform/tabs.ts';
import { maxHeldUpMs } from './patience.ts';

/**
 * What was seen just before a window was closed comes later: after the wait for a busy page, for the server's answer, and for the page once
 * more, when nothing can be taken. This long after the forgetting it is there, milliseconds.
 */
export const againAfterMs = 2 * maxHeldUpMs + answerWaitMs + 1_000;

/**
 * Forgets what is known of private windows when the last of their tabs is closed, and once more when the last that was on its way has
 * come. Until then it is in memory alone.
 * @returns to be called for each tab that is closed
 */
export function createPrivateEnd(parts: {
  readonly listTabs: () => Promise<readonly Pick<KnownTab, 'id' | 'isPrivate'>[]>;
  /** In the order in which they forget: what fills others comes first. */
  readonly stores: readonly { readonly forgetPrivate: () => unknown }[];
}): (tabId: number) => Promise<void> {
  /** Browsers may list a tab for a moment after they have told that it is closed. */
  const closed = new Set<number>();
  let again: ReturnType<typeof setTimeout> | undefined;

  /** Whether it was time to forget. */
  async function forgetIfLast(): Promise<boolean> {
    const tabs = await parts.listTabs();
    if (tabs.some(({ id, isPrivate }) => isPrivate && !closed.has(id))) return false;
    closed.clear();
    await Promise.all(parts.stores.map((store) => store.forgetPrivate()));
    return true;
  }

  return async (tabId) => {
    closed.add(tabId);
    if (!(await forgetIfLast())) return;
    clearTimeout(again);
    again = setTimeout(() => void forgetIfLast(), againAfterMs);
  };
}
