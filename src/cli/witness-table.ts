import { type KeyHistory, leastNameLength, retiredSince } from '../core/index.ts';
import { knownAddresses } from '../input/keys/key-address.ts';

/** Fewer answers of a document than this say too little about when its keys were retired for a release to repeat it. */
const manyAnswers = 30;
const dayMs = 24 * 3_600_000;
const dayOf = (ms: number): number => Math.floor(ms / dayMs);

const isNamed = ([kid]: readonly [string, unknown]) => kid.length >= leastNameLength;

/**
 * The table of known keys that a release carries (`src/core/keys/witness/known-keys.json`): of each key its id, RFC 7638 thumbprint,
 * owner, the days on which it was first and last seen and, where many answers
 * say so, from which on it was retired. No key material, no certificates.
 */
export function buildWitnessTable(histories: Iterable<KeyHistory>, source: string) {
  const owners: string[] = [];
  const indexOf = (owner: string): number => {
    const known = owners.indexOf(owner);
    return known >= 0 ? known : owners.push(owner) - 1;
  };
  const documents = [...histories]
    .filter(({ url }) => knownAddresses.has(url))
    .map((history) => ({
      url: history.url,
      keys: [...history.keys].filter(isNamed).map(([kid, known]) => {
        const retiredSinceMs = history.answers < manyAnswers ? null : retiredSince(history, known);
        return [
          kid,
          known.thumbprint,
          known.owner === null ? '-' : indexOf(known.owner),
          dayOf(known.firstSeenMs),
          dayOf(known.lastSeenMs),
          retiredSinceMs === null ? '-' : dayOf(retiredSinceMs),
        ].join(' ');
      }),
    }));
  return { format: 'countersign-known-keys', version: 1, source, owners, documents };
}
