import type { EarlierSightings } from './memory.ts';
import type { SeenToken } from './seen-token.ts';

/** Whether a token took the place of another account's. */
export type Switch =
  /** Nothing to compare with: no tab is known, or nothing of this application was seen in it. */
  | { readonly kind: 'not-comparable' }
  /** The same account, one that is known in the tab, or another one after a sign-in or a page load. */
  | { readonly kind: 'expected' }
  | { readonly kind: 'account' | 'tenant'; readonly before: SeenToken };

const notComparable: Switch = Object.freeze({ kind: 'not-comparable' });
const expected: Switch = Object.freeze({ kind: 'expected' });

/**
 * Looks whether a token is the first of its account in a tab where the same application used a token for the same audience under
 * another account, and the page was not loaded and nobody signed in since.
 *
 * Only that is unusual. Several accounts side by side, as account switchers and added mailboxes bring them, are each known
 * after their first token, be it one that lies in the page's storage; a guest comes by a sign-in or a page load; add-ins are other applications; a program's own token
 * names no person.
 */
export function findSwitch(
  seen: SeenToken | null,
  { tokens, freshStarts }: EarlierSightings,
): Switch {
  if (seen === null || tokens.length === 0 || !seen.isUsed || !namesPerson(seen)) {
    return notComparable;
  }
  let before: SeenToken | null = null;
  let signedInAtMs = Number.NEGATIVE_INFINITY;
  for (const other of tokens) {
    // Judged before this one, but seen after it.
    if (other.seenAtMs > seen.seenAtMs || other.fingerprint === seen.fingerprint) continue;
    if (other.isSignIn) signedInAtMs = Math.max(signedInAtMs, other.seenAtMs);
    if (!namesPerson(other) || !sharesTab(seen, other)) continue;
    if (other.tenant === seen.tenant && other.object === seen.object) return expected;
    if (
      other.isUsed &&
      other.application === seen.application &&
      other.audience === seen.audience &&
      other.kind === seen.kind &&
      other.signature !== 'failed' &&
      other.seenAtMs >= (before?.seenAtMs ?? Number.NEGATIVE_INFINITY)
    ) {
      before = other;
    }
  }
  if (before === null) return notComparable;
  const { seenAtMs } = before;
  const isStarted = freshStarts.some(
    ({ tabId, atMs }) =>
      atMs >= seenAtMs && atMs <= seen.seenAtMs && (tabId === null || seen.tabIds.includes(tabId)),
  );
  if (seen.isSignIn || isStarted || signedInAtMs > seenAtMs) return expected;
  return Object.freeze({ kind: before.tenant === seen.tenant ? 'account' : 'tenant', before });
}

/** Says which person it is of, in which tenant, for which application and audience. */
function namesPerson(token: SeenToken): boolean {
  return (
    token.tenant !== null &&
    token.object !== null &&
    token.application !== null &&
    token.audience !== null &&
    !token.isOfProgram
  );
}

const sharesTab = (one: SeenToken, other: SeenToken): boolean =>
  one.tabIds.some((tabId) => other.tabIds.includes(tabId));
