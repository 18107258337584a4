import * as v from 'valibot';
import type { Session } from '../core/index.ts';
import type { SessionTable } from '../platform/session-storage.ts';
import { textOf } from './inspection-text.ts';
import { sessionSchema } from './session-record.ts';

const aboutAllSchema = v.object({
  tabLoads: v.array(v.tuple([v.number(), v.number()])),
  /** Ids of sessions whose newest state was not on disk yet. */
  unwritten: v.array(v.string()),
});
/** What there is to keep beside the sessions. */
export type AboutSessions = v.InferOutput<typeof aboutAllSchema>;

/** A session whose inspections are texts. */
const keptSchema = v.looseObject({
  inspections: v.array(v.pipe(v.string(), v.parseJson())),
});
const toKept = (session: Session) => ({
  ...session,
  inspections: session.inspections.map(textOf),
});

function readKept(value: unknown): Session | null {
  const kept = v.safeParse(keptSchema, value);
  const session = kept.success ? v.safeParse(sessionSchema, kept.output) : null;
  return session?.success ? session.output : null;
}

/** Under this name, and each session under one of its own: what is written is copied, and of many sessions few change at a time. */
const nameOfAll = 'sessions';
const prefix = 'sessions/';

export interface SessionMemory {
  /** What was kept before a restart of the background; null after one of the browser, or when that is damaged. */
  readonly restore: () => Promise<
    (AboutSessions & { readonly sessions: readonly Session[] }) | null
  >;
  /** The session of this id has changed, or is gone. */
  readonly mark: (id: string) => void;
  /** Keeps what changed since the last time. Never rejects. */
  readonly save: (about: AboutSessions) => Promise<void>;
}

/** Sessions in the browser's memory, which survives the background. */
export function createSessionMemory(parts: {
  readonly storage: SessionTable;
  /** The session as it is now; undefined: it is gone. */
  readonly read: (id: string) => Session | undefined;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}): SessionMemory {
  const changed = new Set<string>();
  /** Ids under which something stands, or may stand. What came and went between two writes is none of them. */
  const stored = new Set<string>();

  return {
    async restore() {
      const values = await parts.storage.list(nameOfAll).catch(() => {
        parts.logProblem('session-store-unreadable');
        return new Map<string, unknown>();
      });
      const all = values.get(nameOfAll);
      const about = v.safeParse(aboutAllSchema, all);
      const sessions: Session[] = [];
      let dropped = 0;
      for (const [name, value] of values) {
        if (!name.startsWith(prefix)) continue;
        stored.add(name.slice(prefix.length));
        const session = about.success ? readKept(value) : null;
        if (session !== null) sessions.push(session);
        else {
          // What cannot be used is forgotten with the next write.
          changed.add(name.slice(prefix.length));
          dropped++;
        }
      }
      const isDamaged = dropped > 0 || (all !== undefined && !about.success);
      if (isDamaged) parts.logProblem('session-store-corrupt', { dropped });
      return about.success ? { ...about.output, sessions } : null;
    },
    mark: (id) => void changed.add(id),
    async save(about) {
      const ids = [...changed];
      changed.clear();
      const kept = new Map<string, unknown>([[nameOfAll, about]]);
      const forgotten: string[] = [];
      for (const id of ids) {
        const session = parts.read(id);
        if (session !== undefined) kept.set(prefix + id, toKept(session));
        else if (stored.has(id)) forgotten.push(prefix + id);
        if (session !== undefined) stored.add(id);
      }
      try {
        await parts.storage.change(kept, forgotten);
        for (const name of forgotten) stored.delete(name.slice(prefix.length));
      } catch {
        parts.logProblem('session-store-unwritable');
        for (const id of ids) if (stored.has(id)) changed.add(id);
      }
    },
  };
}
