import * as v from 'valibot';
import {
  addInspection,
  type Inspection,
  type Session,
  type Sighting,
  sessionIdOf,
  touchSession,
} from '../core/index.ts';
import type { SessionStorage } from '../platform/session-storage.ts';
import { inspectionSchema } from '../protocol/inspection-schema.ts';
import { coalesce } from './coalesced.ts';

/** Most sessions that are remembered; the one not seen for longest goes first, those with a danger last. */
export const maxSessions = 32;
/** A session not seen for this long has ended. */
export const maxAgeMs = 24 * 3_600_000;

/** Uses of a known token are written down at most this often; losing the last few costs nothing. */
export const touchEveryMs = 5_000;
/** Most tabs whose page load is remembered. */
export const maxTabLoads = 256;

const storedSessions = v.array(
  v.object({
    id: v.string(),
    provider: v.nullable(v.string()),
    tenant: v.nullable(v.string()),
    subject: v.nullable(v.string()),
    account: v.nullable(v.string()),
    isPrivate: v.boolean(),
    inspections: v.array(inspectionSchema),
    lastSeenAtMs: v.number(),
    tabs: v.array(v.object({ tabId: v.number(), atMs: v.number() })),
  }),
);
const stored = v.object({
  sessions: storedSessions,
  tabLoads: v.array(v.tuple([v.number(), v.number()])),
});
const storageName = 'sessions';

type Use = Pick<Sighting, 'isPrivate' | 'tabIds'>;

export interface SessionStore {
  /** Resolves when sessions of before a restart of the background are back. */
  readonly ready: Promise<void>;
  /** Adds one inspection and resolves when it is stored. */
  add(inspection: Inspection, use: Use): Promise<void>;
  /** A token that was inspected before was used again. Costs no more than a look-up. */
  touch(sessionId: string, use: Use): void;
  /** A tab loads another page, by a navigation that began at this time. */
  noteLoad(tabId: number, startedAtMs: number): Promise<void>;
  /** When the page in a tab was loaded; 0 when that is not known. */
  loadedAtMs(tabId: number): number;
  /** Sessions that have not ended, the one seen last first. */
  list(): readonly Session[];
}

/** Sessions in memory that survives the background's restarts, never on disk. */
export function createSessionStore(parts: {
  readonly storage: SessionStorage;
  readonly nowMs: () => number;
  readonly logProblem: (code: string) => void;
}): SessionStore {
  const sessions = new Map<string, Session>();
  const tabLoads = new Map<number, number>();
  let touchedAtMs = 0;

  async function restore(): Promise<void> {
    const value = await parts.storage.load(storageName);
    if (value === undefined) return;
    const parsed = v.safeParse(stored, value);
    if (!parsed.success) {
      parts.logProblem('session-store-corrupt');
      return;
    }
    for (const session of parsed.output.sessions) sessions.set(session.id, session);
    // A load that was noted while this ran is newer than any stored one.
    for (const [tabId, atMs] of parsed.output.tabLoads) {
      if (!tabLoads.has(tabId)) tabLoads.set(tabId, atMs);
    }
  }

  const save = coalesce(() =>
    parts.storage
      .save(storageName, { sessions: [...sessions.values()], tabLoads: [...tabLoads] })
      .catch(() => parts.logProblem('session-store-unwritable')),
  );

  const ready = restore().catch(() => parts.logProblem('session-store-unreadable'));

  return {
    ready,
    async add(inspection, use) {
      await ready;
      const id = sessionIdOf(inspection, use.isPrivate);
      sessions.set(id, addInspection(sessions.get(id) ?? null, inspection, use));
      dropSurplus(sessions, parts.nowMs());
      await save();
    },
    touch(sessionId, { tabIds }) {
      const session = sessions.get(sessionId);
      if (session === undefined) return;
      const nowMs = parts.nowMs();
      sessions.set(sessionId, touchSession(session, tabIds, nowMs));
      if (nowMs - touchedAtMs < touchEveryMs) return;
      touchedAtMs = nowMs;
      void save();
    },
    async noteLoad(tabId, startedAtMs) {
      tabLoads.delete(tabId);
      tabLoads.set(tabId, startedAtMs);
      for (const [oldest] of tabLoads) {
        if (tabLoads.size <= maxTabLoads) break;
        tabLoads.delete(oldest);
      }
      await ready;
      await save();
    },
    loadedAtMs: (tabId) => tabLoads.get(tabId) ?? 0,
    list: () =>
      [...sessions.values()]
        .filter(({ lastSeenAtMs }) => parts.nowMs() - lastSeenAtMs <= maxAgeMs)
        .sort((a, b) => b.lastSeenAtMs - a.lastSeenAtMs),
  };
}

function dropSurplus(sessions: Map<string, Session>, nowMs: number): void {
  for (const [id, { lastSeenAtMs }] of sessions) {
    if (nowMs - lastSeenAtMs > maxAgeMs) sessions.delete(id);
  }
  const hasDanger = (session: Session) =>
    session.inspections.some(({ verdict }) => verdict === 'danger');
  const byWorth = [...sessions.values()].sort(
    (a, b) => Number(hasDanger(a)) - Number(hasDanger(b)) || a.lastSeenAtMs - b.lastSeenAtMs,
  );
  for (const { id } of byWorth.slice(0, Math.max(0, sessions.size - maxSessions))) {
    sessions.delete(id);
  }
}
