import type { Facts } from '../facts.ts';
import type { Sighting } from '../sighting.ts';
import { type MemoryPort, nothingEarlier, scopeOf } from './memory.ts';
import { anotherOf, describeSeen } from './seen-token.ts';

/** What is known of a sighting without what was seen before it. */
export type FactsOfToken = Omit<Facts, 'seen' | 'earlier'>;

/** Adds what was seen before. Without a memory nothing was. */
export function recallFacts(
  known: FactsOfToken,
  sighting: Sighting,
  fingerprint: string,
  memory: MemoryPort | undefined,
): Facts {
  if (memory === undefined) return Object.freeze({ ...known, seen: null, earlier: nothingEarlier });
  const { token, issuer, signature, nowSeconds, provider } = known;
  const { accounts, signInsAtMs, freshStarts, numbered } = memory.recall(
    scopeOf(provider?.id ?? null, sighting.isPrivate),
  );
  const seen = describeSeen(
    {
      token,
      fingerprint,
      issuer: issuer.kind === 'known' ? issuer.issuer.id : null,
      signature,
      sighting,
      nowSeconds,
    },
    (sid) => accounts.some((account) => anotherOf(account, fingerprint)?.sid === sid),
  );
  const earlier = Object.freeze({
    numbered: numbered(seen.tokenId),
    accounts,
    signInsAtMs,
    freshStarts,
  });
  return Object.freeze({ ...known, seen, earlier });
}

/** Keeps what rules may be told of this sighting later. */
export function rememberFacts(
  { seen, provider }: Facts,
  isPrivate: boolean,
  memory: MemoryPort | undefined,
): void {
  if (seen !== null) memory?.remember(scopeOf(provider?.id ?? null, isPrivate), seen);
}
