import * as v from 'valibot';
import { hashText, type Session, type Verdict } from '../core/index.ts';
import type { DiskStorage } from '../platform/disk-storage.ts';
import type { SessionStorage } from '../platform/session-storage.ts';
import { coalesce } from './coalesced.ts';

/** Most findings that are remembered as told; the oldest go first. */
export const maxTold = 1_000;

const storageName = 'told-dangers';
const stored = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(maxTold));

/** A danger that the person was not told of yet. */
export interface DangerNews {
  readonly session: Session;
  /** The rule that failed; with several, the first. */
  readonly rule: string;
  /** Stands for the finding: rule, key and session. */
  readonly finding: string;
}

export interface Alarm {
  /** Tells of every danger that was not told of yet; resolves when that is remembered. Never rejects. */
  tell(sessions: readonly Session[]): Promise<void>;
  /** Forgets what was told of private windows. */
  forgetPrivate(): Promise<void>;
  /** Forgets what was told. */
  erase(): Promise<void>;
}

/**
 * Tells of each danger once: the same rule for the same key in the same session is told once for ever, over restarts of the browser.
 * What was told is kept as digests, on disk, and for private windows in memory only.
 */
export function createAlarm(parts: {
  readonly disk: DiskStorage;
  readonly memory: SessionStorage;
  /** Resolves when it is known whether the person wants to be told. */
  readonly ready: Promise<void>;
  readonly isOn: () => boolean;
  readonly verdictOf: (session: Session) => Verdict;
  readonly notify: (news: DangerNews) => Promise<void>;
  readonly logProblem: (code: string) => void;
}): Alarm {
  const told = { open: new Set<string>(), private: new Set<string>() };

  async function restore(): Promise<void> {
    await parts.ready;
    const kept = await Promise.allSettled([
      parts.disk.load(storageName),
      parts.memory.load(storageName),
    ]);
    const [open = [], ofPrivate = []] = kept.map((one) => {
      if (one.status === 'rejected') parts.logProblem('told-unreadable');
      const parsed = v.safeParse(stored, one.status === 'fulfilled' ? one.value : []);
      return parsed.success ? parsed.output : [];
    });
    for (const one of open) told.open.add(one);
    for (const one of ofPrivate) told.private.add(one);
  }

  const ready = restore().catch(() => parts.logProblem('told-unreadable'));

  const save = coalesce(async () => {
    const saved = await Promise.allSettled([
      parts.disk.save(storageName, newest(told.open)),
      parts.memory.save(storageName, newest(told.private)),
    ]);
    if (saved.some(({ status }) => status === 'rejected')) parts.logProblem('told-unwritable');
  });

  async function tellOf(session: Session): Promise<boolean> {
    const known = session.isPrivate ? told.private : told.open;
    const found = listDangers(session).filter(({ finding }) => !known.has(finding));
    const [first] = found;
    if (first === undefined) return false;
    // At once, because the same session is looked at again while the browser shows the notification.
    for (const { finding } of found) known.add(finding);
    try {
      await parts.notify(first);
    } catch {
      parts.logProblem('notification-refused');
    }
    return true;
  }

  return {
    async tell(sessions) {
      if (!sessions.some((session) => parts.verdictOf(session) === 'danger')) return;
      await ready;
      if (!parts.isOn()) return;
      const dangers = sessions.filter((session) => parts.verdictOf(session) === 'danger');
      const news = await Promise.all(dangers.map(tellOf));
      if (news.includes(true)) await save();
    },
    async forgetPrivate() {
      await ready;
      if (told.private.size === 0) return;
      told.private.clear();
      await save();
    },
    async erase() {
      await ready;
      told.open.clear();
      told.private.clear();
      await save();
    },
  };
}

const newest = (told: ReadonlySet<string>): readonly string[] => [...told].slice(-maxTold);

/** Every dangerous finding of a session, each rule and key once. */
export function listDangers(session: Session): readonly DangerNews[] {
  const found = new Map<string, DangerNews>();
  for (const { outcomes, token, key, verdict } of session.inspections) {
    if (verdict !== 'danger') continue;
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'fail' || outcome.severity !== 'danger') continue;
      const { rule } = outcome;
      const name = JSON.stringify([session.id, rule, key?.thumbprint ?? token?.kid ?? null]);
      const finding = hashText(name);
      if (!found.has(finding)) found.set(finding, { session, rule, finding });
    }
  }
  return [...found.values()];
}
