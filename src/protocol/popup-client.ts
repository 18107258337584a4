import { requestHosts } from '../platform/host-permissions.ts';
import { onMessage, sendMessage } from '../platform/messaging.ts';
import { readActiveTabId, reloadTab } from '../platform/tabs.ts';
import type { AcceptAnswer } from './accepting-schema.ts';
import type { Request } from './messages.ts';
import type { EvidenceAnswer, RemoveAnswer } from './rescue-schema.ts';
import { isAcceptAnswer, isEvidence, isPopupView, isRemoveAnswer } from './view-shape.ts';
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

/** Removes the session of the page in a tab. Rejects when the background does not answer. */
export async function removeSession(tabId: number): Promise<RemoveAnswer> {
  const answer = await ask({ type: 'remove-session', tabId });
  return isRemoveAnswer(answer) ? answer : Promise.reject(new TypeError('not an answer'));
}

/** Everything that is known of a session, as a file. Rejects when the background does not answer. */
export async function fetchEvidence(session: string): Promise<EvidenceAnswer> {
  const answer = await ask({ type: 'evidence', session });
  return isEvidence(answer) ? answer : Promise.reject(new TypeError('not an answer'));
}

/** Says of a finding that it is fine. Rejects when the background does not answer. */
export async function acceptFinding(asked: {
  readonly session: string;
  readonly fingerprint: string;
  readonly rule: string;
}): Promise<AcceptAnswer> {
  const answer = await ask({ type: 'accept-finding', ...asked });
  return isAcceptAnswer(answer) ? answer.result : Promise.reject(new TypeError('not an answer'));
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
