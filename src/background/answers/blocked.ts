import type { Policy } from '../../core/index.ts';
import type { Blocked, Continued } from '../../protocol/blocked-schema.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import type { BlockStore } from '../block-store.ts';

/** Tells the page in a closed tab why, and lets people go on where the organisation does. */
export const answerBlocked = (parts: {
  readonly store: BlockStore;
  readonly policy: () => Policy;
  /** Writes down that somebody went on with these tokens. */
  readonly noteContinued: (fingerprints: readonly string[], atMs: number) => Promise<void>;
  /** Takes the tab back to the webmail. */
  readonly open: (tabId: number, url: string) => Promise<void>;
  readonly nowMs: () => number;
}) => ({
  blocked: async ({ id }: RequestOf<'blocked'>): Promise<Blocked | null> => {
    await parts.store.ready;
    const block = parts.store.find(id);
    if (block === null) return null;
    const { webmail, host, account, rules, atMs, signOutUrl } = block;
    const { blockMayContinue, supportContact } = parts.policy();
    return {
      webmail,
      host,
      account,
      rules,
      atMs,
      signOutUrl,
      mayContinue: blockMayContinue,
      contact:
        supportContact === null
          ? null
          : {
              name: supportContact.name ?? null,
              email: supportContact.email ?? null,
              phone: supportContact.phone ?? null,
            },
    };
  },
  'continue-blocked': async ({
    id,
  }: RequestOf<'continue-blocked'>): Promise<{ readonly result: Continued }> => {
    await parts.store.ready;
    const block = parts.store.find(id);
    if (block === null) return { result: 'gone' };
    if (!parts.policy().blockMayContinue) return { result: 'forbidden' };
    await parts.store.continueIn(block.tabId, block.session);
    await parts.noteContinued(block.fingerprints, parts.nowMs());
    // Back to the webmail's own front page: the address that the tab had could hold anything.
    await parts.open(block.tabId, `https://${block.host}/`);
    return { result: 'goes-on' };
  },
});
