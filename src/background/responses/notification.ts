import { readMessage } from '../../platform/i18n.ts';
import { showNotification } from '../../platform/notifications.ts';

/** The tab that a notification is about stands in its id, because the background may have been stopped before it is clicked. */
const idForm = /^danger:(-?\d{1,10}):/;

/** Tells of a danger. Nothing about the account: notifications are shown on locked screens. */
export function notifyDanger(parts: {
  readonly tabId: number | null;
  /** Tells it from other ones. */
  readonly finding: string;
  readonly providerName: string;
  /** Name of the message that says what was found. */
  readonly reason: string;
}): Promise<void> {
  const { tabId, finding, providerName, reason } = parts;
  const message = `${readMessage(reason)} ${readMessage('notification_danger_click')}`;
  return showNotification(
    `danger:${tabId ?? -1}:${finding}`,
    readMessage('notification_danger_title', [providerName]),
    message.trim(),
  );
}

/** The tab that a clicked notification is about; null: it names none, or is none of these. */
export function tabOfNotification(id: string): number | null {
  const tabId = Number(idForm.exec(id)?.[1] ?? -1);
  return tabId >= 0 ? tabId : null;
}
