import type { Session } from '../core/index.ts';
import { diskStorage } from '../platform/disk-storage.ts';
import { logProblem } from '../platform/log.ts';
import { sessionStorage } from '../platform/session-storage.ts';
import { type KnownTab, openOwnPage, readTab } from '../platform/tabs.ts';
import type { Settings } from '../protocol/settings-schema.ts';
import type { PopupView } from '../protocol/views.ts';
import { createAlarm, type DangerNews } from './alarm.ts';
import { createBanners } from './banners.ts';
import { notifyDanger, tabOfNotification } from './responses/notification.ts';
import { hideBanner, showBanner } from './responses/page-banner.ts';
import type { SessionStore } from './session-store.ts';
import { buildSessionLine, type Webmails } from './session-view.ts';
import type { SettingsStore } from './settings-store.ts';

/** Pages are opened from notifications and banners at most this often: a page's process could ask for them without end. */
export const openEveryMs = 1_000;

/** What makes itself heard when a session is forged, beside the toolbar: notification and banner. */
export function createWarnings(parts: {
  readonly settings: Pick<SettingsStore, 'ready'>;
  /** What they chose, as far as their organisation lets them. */
  readonly chosen: () => Pick<Settings, 'notifications' | 'banner'>;
  /** As they are shown, with what the person accepted. */
  readonly sessions: Pick<SessionStore, 'list'>;
  readonly webmails: () => Webmails;
  readonly nowMs: () => number;
}) {
  const lineOf = (session: Session) => buildSessionLine(session, parts.webmails(), parts.nowMs());

  const alarm = createAlarm({
    disk: diskStorage,
    memory: sessionStorage,
    ready: parts.settings.ready,
    isOn: () => parts.chosen().notifications,
    verdictOf: (session) => lineOf(session).verdict,
    notify: ({ session, rule, finding }: DangerNews) =>
      notifyDanger({
        tabId: session.tabs.find(({ tabId }) => tabId >= 0)?.tabId ?? null,
        finding,
        providerName: lineOf(session).providerName,
        reason: `rule_${rule.replaceAll('-', '_')}_title`,
      }),
    logProblem,
  });

  const banners = createBanners({
    storage: sessionStorage,
    ready: parts.settings.ready,
    isOn: () => parts.chosen().banner,
    show: showBanner,
    hide: hideBanner,
    logProblem,
  });

  let openedAtMs = Number.NEGATIVE_INFINITY;

  /** Opens what the popup of a tab shows, as a page; what there is of all sessions where the tab has gone. */
  async function open(tabId: number | null): Promise<void> {
    const nowMs = parts.nowMs();
    if (Math.abs(nowMs - openedAtMs) < openEveryMs) return;
    openedAtMs = nowMs;
    const tab = tabId === null ? null : await readTab(tabId);
    await openOwnPage(
      tab === null ? 'src/inspector/index.html#sessions' : `src/popup/index.html?tab=${tab.id}`,
    );
  }

  return {
    /** Warns of what is dangerous in any session. */
    warn: (): Promise<void> => alarm.tell(parts.sessions.list()),
    /** Shows or takes away the banner of a tab, by what its popup shows. */
    showTab: (tab: KnownTab, view: PopupView): Promise<void> => banners.showTab(tab.id, view),
    /** The page that had a banner is there no more. */
    forgetPage: banners.forget,
    forgetPrivate: alarm.forgetPrivate,
    erase: alarm.erase,
    open,
    notificationClicked: (id: string): void => void open(tabOfNotification(id)),
  };
}

export type Warnings = ReturnType<typeof createWarnings>;
