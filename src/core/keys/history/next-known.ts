import type { PublishedKey } from '../key.ts';
import { eventOf, type KeyEvent } from './events.ts';
import {
  type EarlierIdentity,
  type KeyHistory,
  type KnownKey,
  maxEarlier,
  maxHistoryText,
  rememberedMs,
} from './history.ts';
import { countedGap, retiredSince } from './retirement.ts';

interface Next {
  readonly known: KnownKey;
  readonly events: readonly KeyEvent[];
}

interface Change {
  readonly events: readonly KeyEvent[];
  readonly earlier: readonly EarlierIdentity[];
}

/** What is known of one key id after an answer listed it, with one entry, or with several that cannot all be right. */
export function nextKnown(
  history: KeyHistory,
  id: string,
  entries: readonly [PublishedKey, ...PublishedKey[]],
  atMs: number,
): Next {
  const before = history.keys.get(id);
  const key = entries.find(({ thumbprint }) => thumbprint === before?.thumbprint) ?? entries[0];
  const owner = ownerOf(key) ?? before?.owner ?? null;
  const change =
    before === undefined
      ? appear(history, id, key, atMs)
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

const ownerOf = ({ owner }: PublishedKey): string | null =>
  owner !== null && owner.length <= maxHistoryText ? owner : null;

const datesOf = ({ notBeforeSeconds, notAfterSeconds }: NonNullable<KnownKey['certificate']>) => ({
  notBeforeSeconds,
  notAfterSeconds,
});

/** A new key id. The same material under another id may have been another owner's: a renamed key is still that key. */
function appear(history: KeyHistory, kid: string, key: PublishedKey, atMs: number): Change {
  const { url } = history;
  const { thumbprint } = key;
  const owner = ownerOf(key);
  const events = [eventOf('appeared', 'note', { url, kid, atMs, thumbprint })];
  const former = [...history.keys.values()].find(
    (other) =>
      other.thumbprint === thumbprint &&
      other.owner !== null &&
      owner !== null &&
      other.owner !== owner,
  );
  if (former === undefined) return { events, earlier: [] };
  return {
    events: [...events, eventOf('owner-changed', 'danger', { url, kid, atMs, thumbprint })],
    earlier: [{ thumbprint, owner: former.owner, untilMs: atMs }],
  };
}

function compare(
  history: KeyHistory,
  kid: string,
  before: KnownKey,
  now: Pick<KnownKey, 'thumbprint' | 'owner'>,
  atMs: number,
): Change {
  const { thumbprint } = now;
  const occasion = { url: history.url, kid, atMs, thumbprint };
  const absentMs = before.absence === null ? null : atMs - before.lastSeenMs;
  const was = { thumbprint: before.thumbprint, owner: before.owner, untilMs: atMs };
  if (before.thumbprint !== thumbprint) {
    const more = { before: before.thumbprint, absentMs };
    return { events: [eventOf('swapped', 'danger', occasion, more)], earlier: [was] };
  }
  const events: KeyEvent[] = [];
  const isOwnerNew = before.owner !== now.owner;
  const isTelling = isOwnerNew && before.owner !== null;
  if (isOwnerNew) events.push(eventOf('owner-changed', isTelling ? 'danger' : 'note', occasion));
  if (absentMs !== null) {
    const wasRetired = retiredOnReturn(history, before, atMs) !== null;
    events.push(
      wasRetired
        ? eventOf('returned-late', 'attention', occasion, { absentMs })
        : eventOf('came-back', 'note', occasion, { absentMs }),
    );
  }
  return { events, earlier: isTelling ? [was] : [] };
}

/** Further entries of one answer under the same id: each other material is an exchange, told once. */
function compareOthers(
  history: KeyHistory,
  kid: string,
  key: PublishedKey,
  entries: readonly PublishedKey[],
  earlier: readonly EarlierIdentity[],
  atMs: number,
): Change {
  const events: KeyEvent[] = [];
  const others = new Map(
    entries
      .filter(({ thumbprint }) => thumbprint !== key.thumbprint)
      .map((other) => [other.thumbprint, other]),
  );
  for (const { thumbprint } of others.values()) {
    if (earlier.some((one) => one.thumbprint === thumbprint)) continue;
    const occasion = { url: history.url, kid, atMs, thumbprint };
    events.push(eventOf('swapped', 'danger', occasion, { before: key.thumbprint }));
  }
  const now = [...others.values()].map((other) => ({
    thumbprint: other.thumbprint,
    owner: ownerOf(other),
    untilMs: atMs,
  }));
  return { events, earlier: [...earlier, ...now] };
}

/** Since when a key was retired that is listed again now; the time up to now counts. */
function retiredOnReturn(history: KeyHistory, before: KnownKey, atMs: number): number | null {
  if (before.absence === null) return null;
  const countedMs = before.absence.countedMs + countedGap(history, atMs);
  return retiredSince(history, { absence: { ...before.absence, countedMs } });
}

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
