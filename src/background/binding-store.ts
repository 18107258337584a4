import * as v from 'valibot';
import { addBindingSign, type BindingSign, type SessionBinding } from '../core/index.ts';
import type { SessionStorage } from '../platform/session-storage.ts';

const stored = v.record(v.string(), v.picklist(['offered', 'in-use', 'ended']));
const storageName = 'session-bindings';

/** Whose sessions: those of a webmail, in private windows or in others. */
export interface BindingOwner {
  readonly provider: string;
  readonly isPrivate: boolean;
}

export interface BindingStore {
  /** Resolves when what was known before a restart of the background is back. */
  readonly ready: Promise<void>;
  /** One more sign was seen. Writes only what is new. */
  note(owner: BindingOwner, sign: BindingSign): void;
  of(owner: BindingOwner): SessionBinding;
  /** Forgets the signs of private windows. */
  forgetPrivate(): Promise<void>;
  /** Forgets every sign. */
  erase(): Promise<void>;
}

/**
 * Signs that a webmail's sessions are bound to this device: one word a webmail, in memory that ends with the browser. Its size is that
 * of the registry.
 */
export function createBindingStore(parts: {
  readonly storage: SessionStorage;
  readonly logProblem: (code: string) => void;
}): BindingStore {
  const known = new Map<string, Exclude<SessionBinding, 'none-seen'>>();
  const nameOf = ({ provider, isPrivate }: BindingOwner) =>
    `${isPrivate ? 'private' : 'open'}/${provider}`;

  async function restore(): Promise<void> {
    const value = await parts.storage.load(storageName);
    if (value === undefined) return;
    const parsed = v.safeParse(stored, value);
    if (!parsed.success) {
      parts.logProblem('binding-store-corrupt');
      return;
    }
    // A sign that was noted while this ran is newer than any stored one.
    for (const [name, binding] of Object.entries(parsed.output)) {
      if (!known.has(name)) known.set(name, binding);
    }
  }

  const ready = restore().catch(() => parts.logProblem('binding-store-unreadable'));

  return {
    ready,
    note(owner, sign) {
      const name = nameOf(owner);
      const before = known.get(name) ?? 'none-seen';
      const after = addBindingSign(before, sign);
      if (after === before || after === 'none-seen') return;
      known.set(name, after);
      void ready
        .then(() => parts.storage.save(storageName, Object.fromEntries(known)))
        .catch(() => parts.logProblem('binding-store-unwritable'));
    },
    of: (owner) => known.get(nameOf(owner)) ?? 'none-seen',
    async forgetPrivate() {
      await ready;
      const gone = [...known.keys()].filter((name) => name.startsWith('private/'));
      for (const name of gone) known.delete(name);
      if (gone.length > 0) await parts.storage.save(storageName, Object.fromEntries(known));
    },
    async erase() {
      await ready;
      known.clear();
      await parts.storage.save(storageName, {});
    },
  };
}
