import { requestHosts } from '../platform/host-permissions.ts';
import { onMessage, sendMessage } from '../platform/messaging.ts';
import { readActiveTabId, reloadTab } from '../platform/tabs.ts';
import type { Request } from './messages.ts';
import { isPopupView } from './view-shape.ts';
import type { PopupView } from './views.ts';

/**
 * What the popup asks of the background, apart from the other pages' client: the schemas of those would bring the core with them, and
 * the popup is to be there at once. Answers come from our own background, so their shape is looked at and no more.
 */
const ask = (request: Request): Promise<unknown> => sendMessage(request);

/** What the popup of this tab shows. Rejects when the background does not answer or answers something else. */
export async function fetchPopupView(tabId: number | null): Promise<PopupView> {
  const answer = await ask({ type: 'popup-view', tabId });
  if (!isPopupView(answer)) throw new TypeError('not a view');
  return answer;
}

/** Asks to check again what could not be checked; the background decides how often. */
export async function recheck(): Promise<void> {
  await ask({ type: 'recheck' });
}

/** Calls back when what a view shows may have changed. */
export function onViewChanged(callback: () => void): void {
  onMessage((message) => {
    if (isNotice(message)) callback();
    return undefined;
  });
}

const isNotice = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  Reflect.get(message, 'type') === 'view-changed';

/** The tab that a page speaks about: the active one, or the one named in its address (`?tab=`). */
export async function currentTabId(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && /^\d{1,10}$/.test(named)) return Number(named);
  return readActiveTabId();
}

/** Loads a tab's page anew; asks the person for exactly these hosts, at once in the handler of a click. */
export { reloadTab, requestHosts };
