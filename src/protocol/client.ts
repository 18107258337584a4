import * as v from 'valibot';
import type { KeyHistoryExport } from '../core/index.ts';
import {
  canTellConnections,
  releaseConnections,
  releaseHost,
  requestConnections,
  requestHosts,
} from '../platform/host-permissions.ts';
import { sendMessage } from '../platform/messaging.ts';
import { readProgram } from '../platform/program.ts';
import { type HistoryAnswer, historySchema } from './history-schema.ts';
import { type Judging, judgingSchema, maxFetched } from './judging-schema.ts';
import { keyHistorySchema } from './key-history-schema.ts';
import { acceptedSchema, type Request, type RequestOf } from './messages.ts';
import {
  type HostAccess,
  type IssuerTest,
  issuerTestSchema,
  siteAccessSchema,
  type testIssuerSchema,
} from './own-webmails-schema.ts';
import { type SessionsAnswer, sessionsSchema } from './session-schema.ts';
import { type Settings, settingsSchema } from './settings-schema.ts';

/** Asks the background. Rejects when it does not answer or answers something that the schema refuses. */
export async function ask<Answer>(
  request: Request,
  schema: v.GenericSchema<unknown, Answer>,
): Promise<Answer> {
  return v.parse(schema, await sendMessage(request));
}

/** What every key document said over time, as a file. Rejects when the background does not answer or answers something else. */
export async function fetchKeyHistory(): Promise<KeyHistoryExport> {
  return ask({ type: 'key-history' }, keyHistorySchema);
}

/** Verdicts of the past that fit a question, the newest first. */
export const fetchHistory = (asked: Omit<RequestOf<'history'>, 'type'>): Promise<HistoryAnswer> =>
  ask({ type: 'history', ...asked }, historySchema);

/** Every session with all of its tokens. */
export const fetchSessions = (): Promise<SessionsAnswer> =>
  ask({ type: 'sessions' }, sessionsSchema);

/** Forgets everything about the person's sessions. Rejects when something of it is still there. */
export async function eraseEverything(): Promise<void> {
  await ask({ type: 'erase-everything' }, acceptedSchema);
}

/** What the person chose. */
export const fetchSettings = (): Promise<Settings> => ask({ type: 'settings' }, settingsSchema);

/** Changes some settings; resolves with all of them when they are saved. */
export const changeSettings = (changes: Partial<Settings>): Promise<Settings> =>
  ask({ type: 'change-settings', changes }, settingsSchema);

/** Fetches and judges the documents of an issuer that somebody is about to add. Nothing is stored. */
export const testIssuer = (
  asked: Omit<v.InferOutput<typeof testIssuerSchema>, 'type'>,
): Promise<IssuerTest> => ask({ type: 'test-issuer', ...asked }, issuerTestSchema);

/** What tokens are judged by in this browser. Servers are asked for the documents named in `fetch`, and for no others. */
export const fetchJudging = (fetch: readonly string[]): Promise<Judging> =>
  ask({ type: 'judging', fetch: [...fetch].slice(0, maxFetched) }, judgingSchema);

/** Which of these hosts may be looked at, in their order. */
export const fetchSiteAccess = (hosts: readonly string[]): Promise<readonly HostAccess[]> =>
  ask({ type: 'site-access', hosts: [...hosts] }, siteAccessSchema);

export { currentTabId, onViewChanged, recheck } from './popup-client.ts';
export { text, uiLanguage } from './texts.ts';
/** Asks the person for exactly these hosts; to be called at once in the handler of a click. And gives one back. */
/**
 * For the setting `checkConnections`: whether this browser can tell connections at all (Chromium cannot: do not offer it there); asks
 * the person for what Firefox wants for it, at once in the handler of a click; and gives that back.
 */
export { canTellConnections, releaseConnections, releaseHost, requestConnections, requestHosts };

/** Version of the extension that runs. */
export const ownVersion = (): string => readProgram().version;
