import type { KeyDocument, PublishedKey } from '../key.ts';
import { eventOf, type KeyEvent } from './events.ts';
import {
  type EarlierIdentity,
  historyIdOf,
  type KeyHistory,
  type KnownKey,
  leastNameLength,
  maxHistoryText,
} from './history.ts';
import { retiredOnReturn } from './retirement.ts';

/** What an answer changes about one key id. */
export interface Change {
  readonly events: readonly KeyEvent[];
  readonly earlier: readonly EarlierIdentity[];
}

export const noChange: Change = { events: [], earlier: [] };

/**
 * Whether an id is a mere place in the list, which stands for another key now: both keys are listed under names of their own, the
 * one before and the one now.
 */
export function movesPlace(
  { keys }: KeyHistory,
  id: string,
  before: KnownKey,
  { thumbprint }: PublishedKey,
  answer: KeyDocument,
): boolean {
  if (id.length >= leastNameLength || before.thumbprint === thumbprint) return false;
  const isNamed = answer.keys.some(
    (other) => other.thumbprint === thumbprint && historyIdOf(other).length >= leastNameLength,
  );
  const wasNamed = [...keys].some(
    ([name, other]) => other.thumbprint === before.thumbprint && name.length >= leastNameLength,
  );
  return isNamed && wasNamed;
}

/** The owner that an entry states, where it is short enough to be kept. */
export const ownerOf = ({ owner }: PublishedKey): string | null =>
  owner !== null && owner.length <= maxHistoryText ? owner : null;

/** A new key id. The same material under another id may have been another owner's: a renamed key is still that key. */
export function appear(history: KeyHistory, kid: string, key: PublishedKey, atMs: number): Change {
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

export function compare(
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
export function compareOthers(
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
