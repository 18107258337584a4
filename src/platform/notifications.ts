import browser from 'webextension-polyfill';

/**
 * Shows a notification of the system. Title and message are texts of our own: what stands in a token would be shown by another program.
 * Firefox takes no buttons and refuses what it does not know, so the notification as a whole is the button.
 * @param id of up to 500 characters; another one with the same id is replaced
 */
export async function showNotification(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/danger-128.png'),
    title,
    message,
    priority: 2,
  });
}

/** Calls back when somebody clicks a notification, which is taken away then. */
export function onNotificationClicked(callback: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    callback(id);
  });
}
