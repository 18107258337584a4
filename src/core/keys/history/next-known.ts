import type { KeyDocument, PublishedKey } from '../key.ts';
import { appear, compare, compareOthers, movesPlace, noChange, ownerOf } from './change.ts';
import type { KeyEvent } from './events.ts';
import {
  type EarlierIdentity,
  type KeyHistory,
  type KnownKey,
  maxEarlier,
  rememberedMs,
} from './history.ts';
import { retiredOnReturn } from './retirement.ts';

interface Next {
  readonly known: KnownKey;
  readonly events: readonly KeyEvent[];
}

/** What is known of one key id after an answer listed it, with one entry, or with several that cannot all be right. */
export function nextKnown(
  history: KeyHistory,
  id: string,
  entries: readonly [PublishedKey, ...PublishedKey[]],
  answer: KeyDocument,
  atMs: number,
): Next {
  const before = history.keys.get(id);
  const key = entries.find(({ thumbprint }) => thumbprint === before?.thumbprint) ?? entries[0];
  const owner = ownerOf(key) ?? before?.owner ?? null;
  const change =
    before === undefined
      ? appear(history, id, key, atMs)
      : movesPlace(history, id, before, key, answer)
        ? noChange
        : compare(history, id, before, { thumbprint: key.thumbprint, owner }, atMs);
  const rest = compareOthers(history, id, key, entries, [...(before?.earlier ?? [])], atMs);
  const isSame = before?.thumbprint === key.thumbprint;
  return {
    known: {
      thumbprint: key.thumbprint,
      owner,
      certificate: key.certificate && datesOf(key.certificate),
      firstSeenMs: isSame ? before.firstSeenMs : atMs,
      lastSeenMs: atMs,
      absence: null,
      returned: returnedOf(history, before, atMs),
      earlier: boundEarlier([...rest.earlier, ...change.earlier], atMs),
    },
    events: [...change.events, ...rest.events],
  };
}

const datesOf = ({ notBeforeSeconds, notAfterSeconds }: NonNullable<KnownKey['certificate']>) => ({
  notBeforeSeconds,
  notAfterSeconds,
});

function returnedOf(
  history: KeyHistory,
  before: KnownKey | undefined,
  atMs: number,
): KnownKey['returned'] {
  if (before === undefined) return null;
  const retiredSinceMs = retiredOnReturn(history, before, atMs);
  if (retiredSinceMs !== null) return { atMs, retiredSinceMs };
  const { returned } = before;
  return returned !== null && atMs - returned.atMs < rememberedMs ? returned : null;
}

/** The newest of each identity, as many as are remembered, none that is too old. */
function boundEarlier(
  earlier: readonly EarlierIdentity[],
  atMs: number,
): readonly EarlierIdentity[] {
  if (earlier.length === 0) return earlier;
  const newest = new Map<string, EarlierIdentity>();
  for (const one of earlier) {
    const id = `${one.thumbprint} ${one.owner ?? ''}`;
    newest.delete(id);
    newest.set(id, one);
  }
  return [...newest.values()]
    .filter(({ untilMs }) => atMs - untilMs < rememberedMs)
    .slice(-maxEarlier);
}
