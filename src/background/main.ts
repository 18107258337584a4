import { repeatEvery } from '../platform/alarms.ts';
import { onHostsChanged } from '../platform/host-permissions.ts';
import { onFirstInstall } from '../platform/installed.ts';
import { onManagedStorageChanged } from '../platform/managed-storage.ts';
import { onMessage } from '../platform/messaging.ts';
import { onOnline } from '../platform/network.ts';
import { onNotificationClicked } from '../platform/notifications.ts';
import { onTabClosed, onTabLoading } from '../platform/tabs.ts';
import { background } from './background.ts';
import { sources } from './sources/index.ts';

/**
 * Entry of the background. Browsers wake it for an event only when its listener was registered while this file ran, so
 * everything is registered here, at once; what needs stored state waits for it inside.
 */
for (const source of sources) source.start(background.receive, () => Date.now(), background.ways);
onMessage(background.answer);
onTabLoading((tab) => void background.tabLoading(tab));
onFirstInstall(() => void background.installed());
onTabClosed((tabId) => void background.tabClosed(tabId));
onNotificationClicked(background.notificationClicked);
onOnline(background.retryOpen);
onHostsChanged(background.hostsChanged);
onManagedStorageChanged(() => void background.refreshPolicy());
repeatEvery('retry-open', 1, background.retryOpen);
repeatEvery('refresh-keys', 60, () => void background.refreshKeys());
// Chromium was seen to hand over a policy late and to keep silent about it.
repeatEvery('refresh-policy', 1, () => void background.refreshPolicy());
void background.refreshPolicy();
void background.showAnew();
