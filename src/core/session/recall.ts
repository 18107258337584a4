import type { Facts } from '../facts.ts';
import type { Sighting } from '../sighting.ts';
import {
  type EarlierSightings,
  type MemoryPort,
  nothingEarlier,
  type Recollection,
  scopeOf,
} from './memory.ts';
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
  const { token, issuer, signature, nowSeconds } = known;
  const recollection = memory.recall(scopeOfSighting(known, sighting));
  const seen = describeSeen(
    {
      token,
      fingerprint,
      issuer: issuer.kind === 'known' ? issuer.issuer.id : null,
      signature,
      sighting,
      nowSeconds,
    },
    (sid) => recollection.accounts.some((one) => anotherOf(one, fingerprint)?.sid === sid),
  );
  return Object.freeze({ ...known, seen, earlier: earlierOf(recollection, seen.tokenId) });
}

/** Whether a memory knows the same as when these facts were gathered. It makes its lists anew whenever it learns something. */
export function isRecalledStill(
  facts: Facts,
  sighting: Sighting,
  memory: MemoryPort | undefined,
): boolean {
  if (memory === undefined) return true;
  const before = facts.earlier;
  const recollection = memory.recall(scopeOfSighting(facts, sighting));
  const now = earlierOf(recollection, facts.seen?.tokenId ?? null);
  return (
    now.accounts === before.accounts &&
    now.signInsAtMs === before.signInsAtMs &&
    now.freshStarts === before.freshStarts &&
    now.numbered === before.numbered
  );
}

const scopeOfSighting = ({ provider }: Pick<Facts, 'provider'>, { isPrivate }: Sighting): string =>
  scopeOf(provider?.id ?? null, isPrivate);

function earlierOf(
  { accounts, signInsAtMs, freshStarts, numbered }: Recollection,
  tokenId: string | null,
): EarlierSightings {
  return Object.freeze({ numbered: numbered(tokenId), accounts, signInsAtMs, freshStarts });
}

/** Keeps what rules may be told of this sighting later. */
export function rememberFacts(
  facts: Facts,
  sighting: Sighting,
  memory: MemoryPort | undefined,
): void {
  if (facts.seen !== null) memory?.remember(scopeOfSighting(facts, sighting), facts.seen);
}
