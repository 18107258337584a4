import * as v from 'valibot';
import {
  createSightingMemory,
  type FreshStart,
  type MemoryPort,
  type MemorySnapshot,
} from '../core/index.ts';
import type { SessionStorage } from '../platform/session-storage.ts';
import { coalesce } from './coalesced.ts';

const text = v.nullable(v.string());
const seconds = v.nullable(v.number());

const seenToken = v.object({
  fingerprint: v.string(),
  kind: v.picklist(['id', 'access', 'unknown']),
  issuer: text,
  tenant: text,
  object: text,
  subject: text,
  puid: text,
  sid: text,
  tokenId: text,
  audience: text,
  application: text,
  isOfProgram: v.boolean(),
  issuedAtSeconds: seconds,
  expiresAtSeconds: seconds,
  content: v.nullable(v.number()),
  signature: v.picklist(['verified', 'failed', 'not-checked']),
  tabIds: v.array(v.number()),
  seenAtMs: v.number(),
  isUsed: v.boolean(),
  isSignIn: v.boolean(),
});
const stored: v.GenericSchema<unknown, MemorySnapshot> = v.object({
  scopes: v.array(v.tuple([v.string(), v.array(seenToken)])),
  freshStarts: v.array(v.object({ tabId: v.nullable(v.number()), atMs: v.number() })),
});
const storageName = 'sightings';

export interface MemoryStore extends MemoryPort {
  /** Resolves when what was remembered before a restart of the background is back; inspections wait for it. */
  readonly ready: Promise<void>;
  /** Resolves when everything that was remembered so far is stored. */
  readonly saved: () => Promise<void>;
  /** A tab began to load a page, or a sign-in service was opened; resolves when that is stored. */
  readonly noteStart: (start: FreshStart) => Promise<void>;
  readonly forgetTab: (tabId: number) => Promise<void>;
}

/**
 * What was seen before, in memory that survives the background's restarts and never reaches the disk, private windows included.
 * Holds no token.
 */
export function createMemoryStore(parts: {
  readonly storage: SessionStorage;
  readonly logProblem: (code: string) => void;
}): MemoryStore {
  const memory = createSightingMemory();

  async function restore(): Promise<void> {
    const value = await parts.storage.load(storageName);
    if (value === undefined) return;
    const parsed = v.safeParse(stored, value);
    if (parsed.success) memory.restore(parsed.output);
    else parts.logProblem('memory-store-corrupt');
  }

  const ready = restore().catch(() => parts.logProblem('memory-store-unreadable'));

  const save = coalesce(async () => {
    // Before that, a write would take the place of what is still to be read.
    await ready;
    await parts.storage
      .save(storageName, memory.snapshot())
      .catch(() => parts.logProblem('memory-store-unwritable'));
  });
  let saved: Promise<void> = Promise.resolve();

  return {
    ready,
    recall: memory.recall,
    remember(scope, token) {
      memory.remember(scope, token);
      saved = save();
    },
    saved: () => saved,
    noteStart(start) {
      memory.noteStart(start);
      return save();
    },
    forgetTab(tabId) {
      memory.forgetTab(tabId);
      return save();
    },
  };
}
