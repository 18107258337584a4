import type { KeyDocument, PublishedKey } from '../key.ts';
import { eventOf, type KeyEvent } from './events.ts';
import { historyIdOf, type KeyHistory, type KnownKey, maxKnownKeys } from './history.ts';
import { nextKnown } from './next-known.ts';
import { countedGap, denseGapMs } from './retirement.ts';

export interface Observation {
  readonly history: KeyHistory;
  readonly events: readonly KeyEvent[];
}

/**
 * The history after one more answer, and what happened. Answers must come in time order; an older one changes nothing. The
 * first answer of a document makes no events, because nothing is known before it.
 */
export function observeDocument(
  history: KeyHistory,
  answer: KeyDocument,
  atMs: number,
): Observation {
  if (isOlder(history, atMs)) return { history, events: [] };
  const isFirst = history.observedAtMs === null;
  const events: KeyEvent[] = [];
  const listed = new Map<string, KnownKey>();
  for (const [id, entries] of groupById(answer.keys)) {
    const next = nextKnown(history, id, entries, answer, atMs);
    listed.set(id, next.known);
    events.push(...next.events);
  }
  const absent = missAll(history, listed, atMs);
  for (const [id, { absence, thumbprint }] of absent) {
    if (absence?.answers !== 1) continue;
    events.push(eventOf('vanished', 'note', { url: history.url, kid: id, atMs, thumbprint }));
  }
  return {
    history: advance(history, new Map([...absent, ...listed]), atMs),
    events: isFirst ? [] : events,
  };
}

/** The history after the server said that nothing has changed since its last answer (RFC 9110 section 15.4.5). */
export function confirmDocument(history: KeyHistory, atMs: number): KeyHistory {
  if (isOlder(history, atMs) || history.observedAtMs === null) return history;
  const listed = new Map<string, KnownKey>();
  for (const [id, known] of history.keys) {
    if (known.absence === null) listed.set(id, { ...known, lastSeenMs: atMs });
  }
  return advance(history, new Map([...missAll(history, listed, atMs), ...listed]), atMs);
}

const isOlder = ({ observedAtMs }: KeyHistory, atMs: number): boolean =>
  observedAtMs !== null && atMs < observedAtMs;

function groupById(keys: readonly PublishedKey[]): Map<string, [PublishedKey, ...PublishedKey[]]> {
  const groups = new Map<string, [PublishedKey, ...PublishedKey[]]>();
  for (const key of keys) {
    const id = historyIdOf(key);
    const group = groups.get(id);
    if (group) group.push(key);
    else groups.set(id, [key]);
  }
  return groups;
}

/** Every known key that an answer does not list. */
function missAll(
  history: KeyHistory,
  listed: ReadonlyMap<string, KnownKey>,
  atMs: number,
): Map<string, KnownKey> {
  const absent = new Map<string, KnownKey>();
  const gapMs = countedGap(history, atMs);
  for (const [id, known] of history.keys) {
    if (listed.has(id)) continue;
    const { sinceMs, answers, countedMs } = known.absence ?? {
      sinceMs: atMs,
      answers: 0,
      countedMs: -gapMs,
    };
    absent.set(id, {
      ...known,
      absence: { sinceMs, answers: answers + 1, countedMs: countedMs + gapMs },
    });
  }
  return absent;
}

function advance(
  history: KeyHistory,
  keys: ReadonlyMap<string, KnownKey>,
  atMs: number,
): KeyHistory {
  const { url, observedAtMs, sinceMs, denseSinceMs, answers } = history;
  const isDense = observedAtMs !== null && atMs - observedAtMs <= denseGapMs;
  return {
    url,
    keys: bound(keys),
    sinceMs: sinceMs ?? atMs,
    observedAtMs: atMs,
    denseSinceMs: isDense ? denseSinceMs : atMs,
    answers: answers + 1,
    longestAbsenceMs: longestAbsence(history, keys, atMs),
  };
}

/** Counts every absence that ended with this answer. */
function longestAbsence(
  history: KeyHistory,
  keys: ReadonlyMap<string, KnownKey>,
  atMs: number,
): number {
  const gapMs = countedGap(history, atMs);
  let longest = history.longestAbsenceMs;
  for (const [id, { absence }] of history.keys) {
    if (absence === null || keys.get(id)?.absence !== null) continue;
    longest = Math.max(longest, absence.countedMs + gapMs);
  }
  return longest;
}

function bound(keys: ReadonlyMap<string, KnownKey>): ReadonlyMap<string, KnownKey> {
  if (keys.size <= maxKnownKeys) return keys;
  const newest = [...keys].sort(([, a], [, b]) => b.lastSeenMs - a.lastSeenMs);
  return new Map(newest.slice(0, maxKnownKeys));
}
