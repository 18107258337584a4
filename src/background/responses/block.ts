import { openOwnPageIn } from '../../platform/tabs.ts';

/** Takes a tab to the page that says why its webmail was closed. */
export const showBlocked = (tabId: number, id: string): Promise<void> =>
  openOwnPageIn(tabId, `src/blocked/index.html?id=${id}`);
