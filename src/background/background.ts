import { memoryTable, sessionTable, verdictTable } from '../platform/database.ts';
import { diskStorage } from '../platform/disk-storage.ts';
import { speak } from '../platform/i18n.ts';
import { logProblem } from '../platform/log.ts';
import { managedStorage } from '../platform/managed-storage.ts';
import { sessionStorage } from '../platform/session-storage.ts';
import { openOwnPage } from '../platform/tabs.ts';
import { withAccepted } from './accepted-sessions.ts';
import { createAnswers } from './answer-table.ts';
import { createBindingStore } from './binding-store.ts';
import { createBlockParts } from './block-parts.ts';
import { bindSettings, retentionDays } from './bound-settings.ts';
import { watchClosedPages } from './closed-pages.ts';
import { createDirectoryParts } from './directory-parts.ts';
import { createDisplay } from './display.ts';
import { createHistoryStore } from './history-store.ts';
import { createJudging } from './judging.ts';
import { createServerAccess } from './key-cache/server-access.ts';
import { createMemoryStore } from './memory-store.ts';
import { createGate } from './off-webmails.ts';
import { watchPageStarts } from './page-starts.ts';
import { createPolicyHolder } from './policy-holder.ts';
import { createPrivateParts } from './private-parts.ts';
import { createReceiver } from './receiver.ts';
import { createSessionStore } from './session-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSurroundings } from './surroundings.ts';
import { createTabLoading } from './tab-loading.ts';
import { createTabViewer } from './tab-viewer.ts';
import { createWarnings } from './warnings.ts';
import { watchBinding } from './watch-binding.ts';
import { watchEnds } from './watch-ends.ts';
import { createWays } from './ways.ts';
import { welcome } from './welcoming.ts';

const nowMs = () => Date.now();
/** The only way out of the background for what is fetched. */
const server = createServerAccess({
  fetcher: (address, init) => fetch(address, init),
  tellsConnections: () => chosen().checkConnections,
  issuers: () => directory.current().issuers,
  nowMs,
});

/** The parts of the background, put together. Registers no listener: that is `main.ts`. */
const parts = createDirectoryParts({
  policy: () => policy.current(),
  settings: chosen,
  settingsReady: () => settings.ready,
  fetchDocument: server.ask,
  onChange: judgeAgain,
  onTurnedOff: () => pipeline.forget(),
  nowMs,
});
const { directory, hosts, keys, webmails, off, refresh, testIssuer } = parts;

const { ways, asked, calm } = createWays(hosts, () => ({ settings, pipeline }));
/** Until settings and policy are read, nothing is too old. */
const retentionMs = () => retentionDays(settings, policy) * 24 * 3_600_000;
const kept = { storage: sessionStorage, retentionMs, nowMs, calm, logProblem };
const sessions = createSessionStore({ ...kept, disk: sessionTable });
const history = createHistoryStore({ ...kept, disk: verdictTable });
const memory = createMemoryStore({ ...kept, disk: memoryTable });
void sessions.ready.then(() => history.noteLost(sessions.list()));

const pipeline = createJudging({
  keys,
  memory,
  sessions,
  history,
  policy: () => policy.current(),
  directory: directory.current,
  onJudged: () => showSoon(),
  nowMs,
});

const policy = createPolicyHolder({
  load: managedStorage.load,
  onChange: () => {
    refresh();
    judgeAgain();
  },
  logProblem,
});

const pageStartOf = watchPageStarts(hosts, nowMs);

const bindings = createBindingStore({ storage: sessionStorage, logProblem });

const settings = createSettingsStore({
  storage: diskStorage,
  onChange: ({ language }) => {
    refresh();
    server.refresh();
    void speak(language).then(showEverywhere);
  },
  logProblem,
});

const shown = withAccepted(sessions, () => chosen().acceptedFindings);

/** What the person chose, as far as their organisation lets them. */
function chosen() {
  return bindSettings(settings.current(), policy.current());
}

const viewer = createTabViewer({
  sessions: shown,
  bindings,
  surroundings: createSurroundings(policy),
  closedPages: watchClosedPages(ways, sessions, (tab) => void display.showTab(tab)),
  ...parts,
  nowMs,
});

const blocks = createBlockParts({
  policy: policy.current,
  noteContinued: history.noteContinued,
  nowMs,
});
const warnings = createWarnings({ settings, chosen, sessions: shown, webmails, nowMs });
const display = createDisplay(viewer, webmails, {
  responses: [blocks.consider, warnings.showTab],
  warn: warnings.warn,
});
const { showEverywhere, showAnew, showSoon } = display;

const privacy = createPrivateParts([pipeline, sessions, memory, bindings, warnings]);
watchBinding(hosts, webmails, privacy.isOfPrivate, (owner, sign) => {
  if (!off().has(owner.provider)) bindings.note(owner, sign);
});
const endParts = { sessions, directory: directory.current, isPrivateTab: privacy.isPrivate, nowMs };
watchEnds({ ...endParts, onEnd: () => showEverywhere() }, hosts);

/** What tokens are judged by has changed. */
function judgeAgain(): void {
  pipeline.judgeAgain();
  void showEverywhere();
}

const answers = createAnswers({
  keys,
  sessions: shown,
  history,
  settings,
  policy,
  viewer,
  pipeline,
  bindings,
  stores: [memory, blocks.store, warnings],
  blocked: blocks.answers,
  testIssuer,
  mayAccept: () => !policy.current().forbidAccepting,
  showEverywhere,
  webmails,
  issuers: () => directory.current().issuers,
  nowMs,
});

export const background = {
  receive: privacy.mark(
    createGate({ ready: settings.ready, off, webmails, receive: pipeline.receive }),
  ),
  ways,
  showAnew,

  /** The browser gave hosts or took some back: what stands there can be read now, and keys can be had. */
  hostsChanged(): void {
    hosts.lookAgain();
    server.refresh();
    pipeline.retryOpen();
    void showAnew();
  },

  tabLoading: createTabLoading({ pageStartOf, hosts, sessions, memory, warnings, display }),

  tabClosed: (tabId: number) =>
    Promise.all([memory.forgetTab(tabId), warnings.forgetPage(tabId), privacy.tabClosed(tabId)]),

  notificationClicked: warnings.notificationClicked,

  /** The extension was installed, by somebody or by an organisation. */
  installed: () => welcome(policy, () => openOwnPage('src/welcome/index.html')),

  /** Looks again at what could not be checked. */
  retryOpen: pipeline.retryOpen,

  /** Looks at what an organisation asks for; sessions are judged again when that changed. */
  refreshPolicy: policy.refresh,

  refreshKeys: async () => {
    await Promise.all([keys.refreshAll(), sessions.tidy(), history.tidy()]);
    pipeline.retryOpen();
  },

  /** Answers pages of the extension, and nobody else. */
  answer: createReceiver(answers, { openFromBanner: warnings.open, ...asked }),
};
