import type { Issuer, Session, SessionBinding } from '../core/index.ts';
import { readProgram } from '../platform/program.ts';
import { readSiteAccess } from '../platform/site-access.ts';
import { removeSiteCookies } from '../platform/site-cookies.ts';
import { emptySiteStorage, listSiteTabs } from '../platform/site-storage.ts';
import { readTab, reloadTab } from '../platform/tabs.ts';
import { answerAccepting } from './answers/accepting.ts';
import type { Answers } from './answers/answers.ts';
import type { answerBlocked } from './answers/blocked.ts';
import { answerErase } from './answers/erase.ts';
import { answerEvidence } from './answers/evidence.ts';
import { answerHistory } from './answers/history.ts';
import { answerJudging } from './answers/judging.ts';
import { answerKeyHistory } from './answers/key-history.ts';
import { answerManagement } from './answers/management.ts';
import { answerOwnWebmails } from './answers/own-webmails.ts';
import { answerPopupView } from './answers/popup-view.ts';
import { answerRemoveSession } from './answers/remove-session.ts';
import { answerSessions } from './answers/sessions.ts';
import { answerSettings } from './answers/settings.ts';
import type { BindingStore } from './binding-store.ts';
import type { createHistoryStore } from './history-store.ts';
import type { createIssuerTest } from './issuer-test.ts';
import type { createKeyCache } from './key-cache/key-cache.ts';
import type { createPipeline } from './pipeline.ts';
import type { PolicyHolder } from './policy-holder.ts';
import type { SessionStore } from './session-store.ts';
import type { Webmails } from './session-view.ts';
import type { SettingsStore } from './settings-store.ts';
import type { TabViewer } from './tab-viewer.ts';

/** What answers rest on. */
export interface Answering {
  readonly keys: Pick<ReturnType<typeof createKeyCache>, 'listHistories' | 'readAll'>;
  /** As they are shown, with what the person accepted. */
  readonly sessions: SessionStore;
  readonly history: ReturnType<typeof createHistoryStore>;
  readonly settings: SettingsStore;
  readonly policy: PolicyHolder;
  readonly viewer: TabViewer;
  readonly pipeline: Pick<ReturnType<typeof createPipeline>, 'retryOpen' | 'forget'>;
  /** Everything else that keeps something about the person. */
  readonly bindings: BindingStore;
  readonly stores: readonly { readonly erase: () => Promise<void> }[];
  readonly blocked: ReturnType<typeof answerBlocked>;
  readonly testIssuer: ReturnType<typeof createIssuerTest>;
  readonly mayAccept: () => boolean;
  readonly showEverywhere: () => Promise<void>;
  readonly webmails: () => Webmails;
  readonly issuers: () => readonly Issuer[];
  readonly nowMs: () => number;
}

/** One function for each kind of request. */
export function createAnswers(parts: Answering): Answers {
  const { keys, sessions, history, settings, viewer, pipeline, showEverywhere, webmails, nowMs } =
    parts;
  const bindingOf = ({ provider, isPrivate }: Session): SessionBinding =>
    provider === null ? 'none-seen' : parts.bindings.of({ provider, isPrivate });
  return {
    'popup-view': answerPopupView({ readTab, look: viewer.look }),
    recheck: async () => {
      pipeline.retryOpen();
      return { type: 'accepted' };
    },
    'key-history': answerKeyHistory({ listHistories: keys.listHistories, nowMs }),
    judging: answerJudging({ readAll: keys.readAll, policy: parts.policy.current }),
    history: answerHistory({ ...history, webmails }),
    sessions: answerSessions({ ...sessions, bindingOf, webmails, nowMs }),
    'erase-everything': answerErase(
      [
        sessions,
        history,
        parts.bindings,
        ...parts.stores,
        { erase: async () => pipeline.forget() },
      ],
      showEverywhere,
    ),
    management: answerManagement(parts.policy),
    ...parts.blocked,
    ...answerSettings(settings),
    ...answerAccepting({ sessions, settings, mayAccept: parts.mayAccept, nowMs }),
    'remove-session': answerRemoveSession({
      readTab,
      listSiteTabs,
      emptySiteStorage,
      removeSiteCookies,
      reloadTab,
      webmails,
      end: sessions.end,
      nowMs,
    }),
    evidence: answerEvidence({
      sessions,
      listHistories: keys.listHistories,
      issuers: parts.issuers,
      webmails,
      readProgram,
      nowMs,
    }),
    ...answerOwnWebmails({ testIssuer: parts.testIssuer, readSiteAccess }),
  };
}
