import * as v from 'valibot';
import type { SessionStorage } from '../platform/session-storage.ts';

/** Most closed tabs that are remembered, and most sessions that somebody went on with; the oldest goes first. */
export const maxBlocks = 64;
export const maxContinued = 256;

const text = v.nullable(v.string());

const block = v.object({
  id: v.string(),
  tabId: v.number(),
  /** Id of the session, and the fingerprints of its tokens that were found to be forged. */
  session: v.string(),
  fingerprints: v.array(v.string()),
  webmail: v.string(),
  host: v.string(),
  account: text,
  rules: v.array(v.string()),
  atMs: v.number(),
  signOutUrl: text,
});
/** One tab that was closed for one session. */
export type Block = Readonly<v.InferOutput<typeof block>>;

const stored = v.object({ blocks: v.array(block), continued: v.array(v.string()) });
const storageName = 'blocks';

export interface BlockStore {
  readonly ready: Promise<void>;
  /** Remembers a closed tab and resolves with its id, when it is kept. The same session in the same tab keeps its id. */
  add(closed: Omit<Block, 'id'>): Promise<string>;
  find(id: string): Block | null;
  /** From now on this session may be used in this tab. */
  continueIn(tabId: number, session: string): Promise<void>;
  isContinued(tabId: number, session: string): boolean;
  erase(): Promise<void>;
}

/** Tabs that were closed because of a forged session, in memory that ends with the browser: tab numbers mean nothing after. */
export function createBlockStore(parts: {
  readonly storage: SessionStorage;
  readonly createId: () => string;
  readonly logProblem: (code: string) => void;
}): BlockStore {
  const blocks = new Map<string, Block>();
  const continued = new Set<string>();
  const nameOf = (tabId: number, session: string) => `${tabId} ${session}`;

  async function restore(): Promise<void> {
    const value = await parts.storage.load(storageName);
    if (value === undefined) return;
    const parsed = v.safeParse(stored, value);
    if (!parsed.success) {
      parts.logProblem('block-store-corrupt');
      return;
    }
    for (const one of parsed.output.blocks) blocks.set(one.id, one);
    for (const name of parsed.output.continued) continued.add(name);
  }
  const ready = restore().catch(() => parts.logProblem('block-store-unreadable'));

  const save = () =>
    parts.storage
      .save(storageName, { blocks: [...blocks.values()], continued: [...continued] })
      .catch(() => parts.logProblem('block-store-unwritable'));

  return {
    ready,
    async add(closed) {
      await ready;
      const before = [...blocks.values()].find(
        ({ tabId, session }) => tabId === closed.tabId && session === closed.session,
      );
      const id = before?.id ?? parts.createId();
      blocks.delete(id);
      blocks.set(id, { ...closed, id });
      for (const oldest of blocks.keys()) {
        if (blocks.size <= maxBlocks) break;
        blocks.delete(oldest);
      }
      await save();
      return id;
    },
    find: (id) => blocks.get(id) ?? null,
    async continueIn(tabId, session) {
      await ready;
      continued.add(nameOf(tabId, session));
      for (const oldest of continued) {
        if (continued.size <= maxContinued) break;
        continued.delete(oldest);
      }
      await save();
    },
    isContinued: (tabId, session) => continued.has(nameOf(tabId, session)),
    async erase() {
      await ready;
      blocks.clear();
      continued.clear();
      await save();
    },
  };
}
