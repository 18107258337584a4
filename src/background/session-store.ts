import * as v from 'valibot';
import { addInspection, type Inspection, type Session, sessionIdOf } from '../core/index.ts';
import type { SessionStorage } from '../platform/session-storage.ts';
import { inspectionSchema } from '../protocol/inspection-schema.ts';

/** Most sessions that are remembered; the one not seen for longest goes first, those with a danger last. */
export const maxSessions = 32;
/** A session not seen for this long has ended. */
export const maxAgeMs = 24 * 3_600_000;

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
  }),
);
const storageName = 'sessions';

export interface SessionStore {
  /** Resolves when sessions of before a restart of the background are back. */
  readonly ready: Promise<void>;
  /** Adds one inspection and resolves when it is stored. */
  add(inspection: Inspection, isPrivate: boolean): Promise<void>;
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
  let writing: Promise<void> | null = null;
  let isDirty = false;

  async function restore(): Promise<void> {
    const stored = await parts.storage.load(storageName);
    if (stored === undefined) return;
    const parsed = v.safeParse(storedSessions, stored);
    if (!parsed.success) {
      parts.logProblem('session-store-corrupt');
      return;
    }
    for (const session of parsed.output) sessions.set(session.id, session);
  }

  /** One write at a time; what changes meanwhile goes into the next one, so a burst of tokens costs two writes. */
  function save(): Promise<void> {
    isDirty = true;
    writing ??= write().finally(() => {
      writing = null;
    });
    return writing;
  }

  async function write(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      await parts.storage
        .save(storageName, [...sessions.values()])
        .catch(() => parts.logProblem('session-store-unwritable'));
    }
  }

  const ready = restore().catch(() => parts.logProblem('session-store-unreadable'));

  return {
    ready,
    async add(inspection, isPrivate) {
      await ready;
      const id = sessionIdOf(inspection, isPrivate);
      sessions.set(id, addInspection(sessions.get(id) ?? null, inspection, isPrivate));
      dropSurplus(sessions, parts.nowMs());
      await save();
    },
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
