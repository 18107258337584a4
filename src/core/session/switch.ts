import type { EarlierSightings } from './memory.ts';
import type { SeenAccount, SeenToken } from './seen-token.ts';

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
export function findSwitch(seen: SeenToken | null, earlier: EarlierSightings): Switch {
  if (seen === null || earlier.accounts.length === 0 || !seen.isUsed || !namesPerson(seen)) {
    return notComparable;
  }
  let before: SeenToken | null = null;
  for (const account of earlier.accounts) {
    const other = lastBefore(account, seen);
    if (other === null || !namesPerson(other) || !sharesTab(seen, other)) continue;
    if (other.tenant === seen.tenant && other.object === seen.object) return expected;
    const isOfSameUse =
      other.isUsed &&
      other.application === seen.application &&
      other.audience === seen.audience &&
      other.kind === seen.kind &&
      other.signature !== 'failed';
    if (isOfSameUse && (before === null || other.seenAtMs >= before.seenAtMs)) before = other;
  }
  if (before === null) return notComparable;
  if (seen.isSignIn || hasFreshStart(before.seenAtMs, seen, earlier)) return expected;
  return Object.freeze({ kind: before.tenant === seen.tenant ? 'account' : 'tenant', before });
}

/** Of its tokens the later that was seen before this one and is not this one; what was judged first may have been seen last. */
function lastBefore({ first, last }: SeenAccount, seen: SeenToken): SeenToken | null {
  const isBefore = (token: SeenToken) =>
    token.fingerprint !== seen.fingerprint && token.seenAtMs <= seen.seenAtMs;
  if (!isBefore(last)) return isBefore(first) ? first : null;
  return isBefore(first) && first.seenAtMs > last.seenAtMs ? first : last;
}

/** Whether, since that time, a tab of this token began anew or somebody signed in. */
function hasFreshStart(
  sinceMs: number,
  { tabIds, seenAtMs }: SeenToken,
  { freshStarts, signInsAtMs }: EarlierSightings,
): boolean {
  return (
    signInsAtMs.some((atMs) => atMs > sinceMs && atMs <= seenAtMs) ||
    freshStarts.some(
      ({ tabId, atMs }) =>
        atMs >= sinceMs && atMs <= seenAtMs && (tabId === null || tabIds.includes(tabId)),
    )
  );
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
