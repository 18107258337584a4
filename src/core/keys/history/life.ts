import type { PublishedKey } from '../key.ts';
import { historyIdOf, type KeyHistory, type KnownKey } from './history.ts';
import { retiredSince, unevennessOf } from './retirement.ts';

/** What the history of its document says of one key. Times are the server's, milliseconds since the epoch. */
export interface KeyLife {
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  /** The first answer that did not list it any more; null while it is listed. */
  readonly absentSinceMs: number | null;
  /** Null when it is not retired, as far as can be known. */
  readonly retiredSinceMs: number | null;
  /** When it was listed again after it had been retired, and since when it had been; null: never. */
  readonly returned: KnownKey['returned'];
  /** The newest answer of the document. */
  readonly observedAtMs: number;
  /** From when on there was an answer a day at least. */
  readonly denseSinceMs: number;
  /** Longest absence that is usual for this document's server, milliseconds. */
  readonly unevennessMs: number;
}

/** A key as its document's history knows it. */
export interface KeyRecollection {
  readonly life: KeyLife;
  /** Whether its id stood for other material as well, within the time that is remembered. */
  readonly isSwapped: boolean;
  /** Owners that were stated for this material before, other than the present one. */
  readonly formerOwners: readonly string[];
}

const none: readonly string[] = Object.freeze([]);

/** What is remembered of a key, or null when its document's history does not hold it. */
export function recollect(
  history: KeyHistory | undefined,
  key: PublishedKey,
): KeyRecollection | null {
  const known = history?.keys.get(historyIdOf(key));
  if (history === undefined || known === undefined || history.observedAtMs === null) return null;
  const { thumbprint } = key;
  const isKnown =
    known.thumbprint === thumbprint ||
    known.earlier.some((earlier) => earlier.thumbprint === thumbprint);
  return isKnown ? build(history, known, key, history.observedAtMs) : null;
}

function build(
  history: KeyHistory,
  known: KnownKey,
  { thumbprint, owner }: PublishedKey,
  observedAtMs: number,
): KeyRecollection {
  const isSwapped =
    known.earlier.length > 0 &&
    (known.thumbprint !== thumbprint ||
      known.earlier.some((earlier) => earlier.thumbprint !== thumbprint));
  const formerOwners =
    known.earlier.length === 0
      ? none
      : known.earlier.flatMap((earlier) =>
          earlier.thumbprint === thumbprint && earlier.owner !== null && earlier.owner !== owner
            ? [earlier.owner]
            : [],
        );
  const life: KeyLife = {
    firstSeenMs: known.firstSeenMs,
    lastSeenMs: known.lastSeenMs,
    absentSinceMs: known.absence?.sinceMs ?? null,
    retiredSinceMs: retiredSince(history, known),
    returned: known.returned,
    observedAtMs,
    denseSinceMs: history.denseSinceMs ?? observedAtMs,
    unevennessMs: unevennessOf(history),
  };
  return { life, isSwapped, formerOwners };
}
