import * as v from 'valibot';
import {
  createSightingMemory,
  type FreshStart,
  isPrivateScope,
  type MemoryPort,
  type MemorySnapshot,
  maxMemoryAgeMs,
  type SeenToken,
} from '../core/index.ts';
import type { RecordTable } from '../platform/database.ts';
import type { SessionStorage } from '../platform/session-storage.ts';
import { type Calm, coalesce, maxRestMs } from './coalesced.ts';
import { createDiskWriter } from './disk-writer.ts';

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
const scopes = v.array(v.tuple([v.string(), v.array(seenToken)]));
/** As one text (RFC 8259), which costs a small part of what its thousands of values do on their way to the browser. */
const storedText = v.pipe(v.string(), v.parseJson());
const starts = v.array(v.object({ tabId: v.nullable(v.number()), atMs: v.number() }));
const storageName = 'sightings';
/** Apart, because every page that is loaded changes these and nothing else. */
const startsName = 'fresh-starts';

/** Version of the record on disk. A record of another one is dropped. */
const version = 1;
const onDisk = v.object({ name: v.literal(storageName), version: v.literal(version), scopes });

const named = v.looseObject({ name: v.literal(storageName) });

export interface MemoryStore extends MemoryPort {
  /** Resolves when what was remembered before a restart of the background is back; inspections wait for it. */
  readonly ready: Promise<void>;
  /** Resolves when everything that was remembered so far is stored. */
  readonly saved: () => Promise<void>;
  /** A tab began to load a page, or a sign-in service was opened; resolves when that is stored. */
  readonly noteStart: (start: FreshStart) => Promise<void>;
  readonly forgetTab: (tabId: number) => Promise<void>;
  /** Forgets what is of private windows. */
  readonly forgetPrivate: () => Promise<void>;
  /** Forgets everything, in memory and on disk. Rejects when the disk refuses. */
  readonly erase: () => Promise<void>;
}

/**
 * What was seen before, in memory that survives the background's restarts, and on disk for the time after the browser was closed:
 * without the numbers of tabs, and without anything of a private window. Holds no token.
 */
export function createMemoryStore(parts: {
  readonly storage: SessionStorage;
  readonly disk: RecordTable;
  readonly nowMs: () => number;
  readonly calm: Calm;
  readonly logProblem: (code: string) => void;
}): MemoryStore {
  let memory = createSightingMemory();
  const disk = createDiskWriter({
    table: parts.disk,
    read: () => ({ name: storageName, version, scopes: listForDisk(memory.snapshot()) }),
    calm: parts.calm,
    logProblem: parts.logProblem,
    problem: 'memory-disk-unwritable',
  });
  disk.known([storageName]);

  async function restore(): Promise<void> {
    const value = await parts.storage.load(storageName).catch(() => {
      parts.logProblem('memory-store-unreadable');
      return undefined;
    });
    const known = value === undefined ? null : readText(value);
    if (value !== undefined && known === null) parts.logProblem('memory-store-corrupt');
    memory.restore({
      scopes: known ?? (await loadFromDisk()),
      freshStarts: await loadStarts(),
    });
  }

  async function loadStarts(): Promise<MemorySnapshot['freshStarts']> {
    const value = await parts.storage.load(startsName).catch(() => undefined);
    const parsed = v.safeParse(v.optional(starts, []), value);
    if (!parsed.success) parts.logProblem('memory-store-corrupt');
    return parsed.success ? parsed.output : [];
  }

  /** After the browser was closed, or with a memory that is damaged. */
  async function loadFromDisk(): Promise<MemorySnapshot['scopes']> {
    const own = (await parts.disk.list()).find((record) => v.is(named, record));
    const parsed = v.safeParse(onDisk, own);
    if (own !== undefined && !parsed.success) parts.logProblem('memory-disk-corrupt');
    const isKept = ({ seenAtMs }: SeenToken) => parts.nowMs() - seenAtMs <= maxMemoryAgeMs;
    const kept = parsed.success ? parsed.output.scopes : [];
    return kept.map(([scope, tokens]) => [scope, tokens.filter(isKept)]);
  }

  const ready = restore().catch(() => parts.logProblem('memory-disk-unreadable'));

  const save = coalesce(
    async () => {
      // Before that, a write would take the place of what is still to be read.
      await ready;
      const { scopes } = memory.snapshot();
      await write(storageName, JSON.stringify(scopes));
    },
    { longestRestMs: maxRestMs, calm: parts.calm },
  );
  const saveStarts = coalesce(async () => {
    await ready;
    await write(startsName, memory.snapshot().freshStarts);
  });
  const write = (name: string, value: unknown): Promise<void> =>
    parts.storage.save(name, value).catch(() => parts.logProblem('memory-store-unwritable'));
  let saved: Promise<void> = Promise.resolve();

  return {
    ready,
    recall: (scope) => memory.recall(scope),
    remember(scope, token) {
      memory.remember(scope, token);
      if (!isPrivateScope(scope)) disk.mark(storageName);
      saved = save();
    },
    saved: () => saved,
    noteStart(start) {
      memory.noteStart(start);
      return saveStarts();
    },
    async forgetTab(tabId) {
      memory.forgetTab(tabId);
      await Promise.all([save(), saveStarts()]);
    },
    async forgetPrivate() {
      await ready;
      const { scopes, freshStarts } = memory.snapshot();
      const open = scopes.filter(([scope]) => !isPrivateScope(scope));
      if (open.length === scopes.length) return;
      memory = createSightingMemory();
      memory.restore({ scopes: open, freshStarts });
      await save('now');
    },
    async erase() {
      await ready;
      memory = createSightingMemory();
      await Promise.all([disk.clear(), save('now'), saveStarts()]);
    },
  };
}

function readText(value: unknown): MemorySnapshot['scopes'] | null {
  const text = v.safeParse(storedText, value);
  const known = text.success ? v.safeParse(scopes, text.output) : null;
  return known?.success ? known.output : null;
}

function listForDisk({ scopes }: MemorySnapshot): MemorySnapshot['scopes'] {
  return scopes.flatMap(([scope, tokens]) =>
    isPrivateScope(scope)
      ? []
      : [[scope, tokens.map((token) => ({ ...token, tabIds: [] }))] as const],
  );
}
