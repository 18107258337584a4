import {
  addInspection,
  endSession,
  type Inspection,
  type Session,
  type SessionEnd,
  sessionIdOf,
  settleMs,
  type TokenUse,
  touchSession,
  type UseOfInspection,
} from '../core/index.ts';
import type { RecordTable } from '../platform/database.ts';
import type { SessionTable } from '../platform/session-storage.ts';
import { type Calm, coalesce, maxRestMs } from './coalesced.ts';
import { createRecentUses } from './recent-uses.ts';
import { createSessionDisk } from './session-disk.ts';
import { createSessionMemory } from './session-memory.ts';
import { listSurplus } from './session-surplus.ts';
import { createTabLoads } from './tab-loads.ts';

/** Uses of a known token are written down at most this often; losing the last few costs nothing. */
export const touchEveryMs = 5_000;

export interface SessionStore {
  /** Resolves when sessions of before a restart of the background, or of the browser, are back. */
  readonly ready: Promise<void>;
  /** Adds one inspection and resolves when it is listed. */
  add(inspection: Inspection, use: UseOfInspection): Promise<void>;
  /** Resolves when everything that was added so far survives a stop of the background. */
  saved(): Promise<void>;
  /** A token that was inspected before was used again. Costs no more than a look-up. False: its session is not remembered any more. */
  touch(sessionId: string, use: TokenUse): boolean;
  /** Ends those sessions that the function picks; resolves with whether there were any. */
  end(end: SessionEnd, isMeant: (session: Session) => boolean): Promise<boolean>;
  /** A tab loads another page, by a navigation that began at this time. */
  noteLoad(tabId: number, startedAtMs: number): Promise<void>;
  /** When the page in a tab was loaded; 0 when that is not known. */
  loadedAtMs(tabId: number): number;
  /** Sessions of no longer ago than they are kept, ended ones too, the one seen last first. */
  list(): readonly Session[];
  /** Forgets what is too old. */
  tidy(): Promise<void>;
  /** Forgets what is of private windows. */
  forgetPrivate(): Promise<void>;
  /** Forgets every session, in memory and on disk. Rejects when the disk refuses. */
  erase(): Promise<void>;
}

/** Sessions, in memory that survives the background's restarts, and on disk for the time after the browser was closed. */
export function createSessionStore(parts: {
  readonly storage: SessionTable;
  readonly disk: RecordTable;
  /** How long a session is kept after it was last seen. */
  readonly retentionMs: () => number;
  readonly nowMs: () => number;
  readonly calm: Calm;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}): SessionStore {
  const sessions = new Map<string, Session>();
  const tabLoads = createTabLoads();
  let touchedAtMs = 0;
  const memory = createSessionMemory({
    storage: parts.storage,
    read: (id) => sessions.get(id),
    logProblem: parts.logProblem,
  });
  const disk = createSessionDisk({
    table: parts.disk,
    read: (id) => sessions.get(id),
    calm: parts.calm,
    logProblem: parts.logProblem,
  });

  async function restore(): Promise<void> {
    const kept = await memory.restore();
    if (kept === null) return restoreFromDisk();
    for (const session of kept.sessions) sessions.set(session.id, session);
    disk.known(sessions.keys());
    tabLoads.restore(kept.tabLoads);
    for (const id of kept.unwritten) disk.mark(id);
  }

  /** After the browser was closed, or with a memory that is damaged. */
  async function restoreFromDisk(): Promise<void> {
    for (const session of await disk.restore()) {
      sessions.set(session.id, session);
      memory.mark(session.id);
    }
  }

  function set(session: Session): void {
    sessions.set(session.id, session);
    memory.mark(session.id);
    if (!session.isPrivate) disk.mark(session.id);
  }

  function dropSurplus(retentionMs: number): void {
    for (const id of listSurplus(listAll(), parts.nowMs(), retentionMs)) {
      const isPrivate = sessions.get(id)?.isPrivate === true;
      sessions.delete(id);
      memory.mark(id);
      if (!isPrivate) disk.mark(id);
    }
  }

  const recent = createRecentUses((id, use) => {
    const session = sessions.get(id);
    if (session !== undefined) set(touchSession(session, use));
  });

  /** Every session as it is now. */
  function listAll(): readonly Session[] {
    recent.flush();
    return [...sessions.values()];
  }

  const save = coalesce(
    async () => {
      recent.flush();
      await memory.save({ tabLoads: tabLoads.entries(), unwritten: [...disk.pending()] });
    },
    { longestRestMs: maxRestMs, calm: parts.calm },
  );

  let saved: Promise<void> = Promise.resolve();

  const ready = restore().catch(() => parts.logProblem('session-disk-unreadable'));

  return {
    ready,
    async add(inspection, use) {
      await ready;
      const id = sessionIdOf(inspection, use.isPrivate);
      recent.flush();
      set(addInspection(sessions.get(id) ?? null, inspection, use));
      // What is too old is not listed, and goes with `tidy`: how long it is kept may not be known yet.
      dropSurplus(Number.POSITIVE_INFINITY);
      saved = save();
    },
    saved: () => saved,
    touch(sessionId, use) {
      const session = sessions.get(sessionId);
      if (session === undefined) return false;
      recent.note(sessionId, use);
      const nowMs = parts.nowMs();
      // That a session goes on after its end is told at once.
      if (session.end === null && nowMs - touchedAtMs < touchEveryMs) return true;
      touchedAtMs = nowMs;
      recent.flush();
      void save();
      return true;
    },
    async end(end, isMeant) {
      await ready;
      const meant = listAll().filter(
        (session) =>
          session.end === null && session.lastSeenAtMs <= end.atMs + settleMs && isMeant(session),
      );
      for (const session of meant) set(endSession(session, end));
      if (meant.length > 0) saved = save('now');
      return meant.length > 0;
    },
    async noteLoad(tabId, startedAtMs) {
      tabLoads.note(tabId, startedAtMs);
      await ready;
      await save();
    },
    loadedAtMs: tabLoads.atMs,
    list: () =>
      listAll()
        .filter(({ lastSeenAtMs }) => parts.nowMs() - lastSeenAtMs <= parts.retentionMs())
        .sort((a, b) => b.lastSeenAtMs - a.lastSeenAtMs),
    async tidy() {
      await ready;
      const before = sessions.size;
      dropSurplus(parts.retentionMs());
      if (sessions.size < before) await save();
    },
    async forgetPrivate() {
      await ready;
      const gone = listAll().filter(({ isPrivate }) => isPrivate);
      for (const { id } of gone) {
        sessions.delete(id);
        memory.mark(id);
      }
      if (gone.length > 0) await save('now');
    },
    async erase() {
      await ready;
      recent.flush();
      for (const id of sessions.keys()) memory.mark(id);
      sessions.clear();
      await Promise.all([disk.clear(), save('now')]);
    },
  };
}
