import * as v from 'valibot';
import { findProvider, inspect, issuers } from '../core/index.ts';
import { keyDocumentTable } from '../platform/database.ts';
import { logProblem } from '../platform/log.ts';
import { broadcast, type MessageSender, ownExtensionId, ownOrigin } from '../platform/messaging.ts';
import { canSeeHost } from '../platform/permissions.ts';
import { sessionStorage } from '../platform/session-storage.ts';
import { listTabs, readTab } from '../platform/tabs.ts';
import { requestSchema, viewChanged } from '../protocol/messages.ts';
import { isOwnPage } from '../protocol/sender.ts';
import type { PopupView } from '../protocol/views.ts';
import { fetchDocument } from './key-cache/fetch-document.ts';
import { createKeyCache } from './key-cache/key-cache.ts';
import { createPipeline } from './pipeline.ts';
import { showToolbar } from './responses/toolbar.ts';
import { createSessionStore } from './session-store.ts';
import { buildPopupView } from './view.ts';

const nowMs = () => Date.now();

/** The parts of the background, put together. Registers no listener: that is `main.ts`. */
const keys = createKeyCache({
  allowedUrls: new Set(issuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url))),
  table: keyDocumentTable,
  fetchDocument: (url, validators) =>
    fetchDocument(url, validators, (address, init) => fetch(address, init), nowMs),
  nowMs,
  logProblem,
});

const sessions = createSessionStore({ storage: sessionStorage, nowMs, logProblem });

const pipeline = createPipeline({
  inspect: (sighting) => inspect(sighting, { keys, nowMs: nowMs() }),
  store: async (inspection, sighting) => {
    await sessions.add(inspection, sighting.isPrivate);
    await showEverywhere();
  },
  nowMs,
  logProblem,
});

async function viewOf(host: string | null): Promise<PopupView> {
  await sessions.ready;
  const isWebmail = host !== null && findProvider(host, host) !== null;
  const canSee = isWebmail ? await canSeeHost(host) : true;
  return buildPopupView(host, sessions.list(), canSee, nowMs());
}

/** Shows the newest state in every tab of a webmail and in open pages of the extension. */
async function showEverywhere(): Promise<void> {
  const tabs = await listTabs();
  await Promise.all(tabs.map(({ id, host }) => showTab(id, host)));
  await broadcast(viewChanged);
}

async function showTab(tabId: number, host: string | null): Promise<void> {
  const isWebmail = host !== null && findProvider(host, host) !== null;
  if (isWebmail) await showToolbar(tabId, await viewOf(host));
}

export const background = {
  receive: pipeline.receive,
  showTab,
  showEverywhere,

  /** Looks again at what could not be checked. */
  retryOpen: pipeline.retryOpen,

  refreshKeys: async () => {
    await keys.refreshAll();
    pipeline.retryOpen();
  },

  /** Answers pages of the extension, and nobody else: the sender is judged before the message is read. */
  answer(message: unknown, sender: MessageSender): Promise<unknown> | undefined {
    if (!isOwnPage(sender, { extensionId: ownExtensionId(), origin: ownOrigin() }))
      return undefined;
    const request = v.safeParse(requestSchema, message);
    if (!request.success) return undefined;
    switch (request.output.type) {
      case 'popup-view':
        return answerPopup(request.output.tabId);
      case 'recheck':
        pipeline.retryOpen();
        return Promise.resolve({ type: 'accepted' });
    }
  },
};

async function answerPopup(tabId: number | null): Promise<PopupView> {
  const tab = tabId === null ? null : await readTab(tabId);
  return viewOf(tab?.host ?? null);
}
