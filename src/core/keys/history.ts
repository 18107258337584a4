import type { KeyDocument, PublishedKey } from './key.ts';

/** What happened to a key between two answers of its document's server. */
export interface KeyEvent {
  /**
   * `appeared` and `vanished`: keys rotate; `came-back`: servers answer unevenly; `returned-late`: listed again after it had
   * been retired; `swapped`: the same key id with other material; `owner-changed`: it may speak for somebody else now.
   */
  readonly kind:
    | 'appeared'
    | 'vanished'
    | 'came-back'
    | 'returned-late'
    | 'swapped'
    | 'owner-changed';
  readonly severity: 'note' | 'attention' | 'danger';
  readonly url: string;
  readonly kid: string;
  readonly atMs: number;
  /** Thumbprint (RFC 7638) now, and before where it differs. */
  readonly thumbprint: string;
  readonly before: string | null;
  /** How long it had been absent, milliseconds; null where that says nothing. */
  readonly absentMs: number | null;
}

interface KnownKey {
  readonly thumbprint: string;
  readonly owner: string | null;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  /** Answers in a row that did not list it. */
  readonly missedAnswers: number;
}

/** What is known of the keys of one document, by key id. */
export interface KeyHistory {
  readonly url: string;
  readonly keys: ReadonlyMap<string, KnownKey>;
  readonly observedAtMs: number | null;
}

/**
 * A key is retired when it was absent for this long and from this many answers. In 235 recorded answers of Microsoft's shared
 * document absences last 48 hours at most.
 */
export const retiredAfterMs = 7 * 24 * 3_600_000;
export const retiredAfterAnswers = 3;
/** Most keys remembered of one document; those not seen for longest go first. */
export const maxKnownKeys = 2_000;

export const emptyHistory = (url: string): KeyHistory => ({
  url,
  keys: new Map(),
  observedAtMs: null,
});

/**
 * The history after one more answer, and what happened. Answers must come in time order; an older one changes nothing. The
 * first answer of a document makes no events, because nothing is known before it.
 */
export function observeDocument(
  history: KeyHistory,
  answer: KeyDocument,
  atMs: number,
): { readonly history: KeyHistory; readonly events: readonly KeyEvent[] } {
  if (history.observedAtMs !== null && atMs < history.observedAtMs) return { history, events: [] };
  const isFirst = history.observedAtMs === null;
  const keys = new Map(history.keys);
  const events: KeyEvent[] = [];
  const listed = new Set<string>();
  for (const key of answer.keys) {
    const id = key.kid ?? key.x5t ?? key.thumbprint;
    if (listed.has(id)) continue;
    listed.add(id);
    const known = keys.get(id);
    if (!isFirst) events.push(...compare(history.url, id, known, key, atMs));
    keys.delete(id);
    keys.set(id, {
      thumbprint: key.thumbprint,
      owner: key.owner,
      firstSeenMs: known?.firstSeenMs ?? atMs,
      lastSeenMs: atMs,
      missedAnswers: 0,
    });
  }
  for (const [id, known] of history.keys) {
    if (listed.has(id)) continue;
    if (known.missedAnswers === 0)
      events.push(eventOf('vanished', 'note', history.url, id, known, atMs));
    keys.set(id, { ...known, missedAnswers: known.missedAnswers + 1 });
  }
  return { history: { url: history.url, keys: bound(keys), observedAtMs: atMs }, events };
}

function compare(
  url: string,
  id: string,
  known: KnownKey | undefined,
  key: PublishedKey,
  atMs: number,
): KeyEvent[] {
  if (known === undefined) return [eventOf('appeared', 'note', url, id, key, atMs)];
  const absentMs = known.missedAnswers > 0 ? atMs - known.lastSeenMs : null;
  if (known.thumbprint !== key.thumbprint) {
    return [
      { ...eventOf('swapped', 'danger', url, id, key, atMs), before: known.thumbprint, absentMs },
    ];
  }
  const events: KeyEvent[] = [];
  if (known.owner !== key.owner) {
    const isNews = known.owner !== null && key.owner !== null;
    events.push(eventOf('owner-changed', isNews ? 'danger' : 'note', url, id, key, atMs));
  }
  if (absentMs === null) return events;
  const wasRetired = absentMs > retiredAfterMs && known.missedAnswers >= retiredAfterAnswers;
  const back = wasRetired
    ? eventOf('returned-late', 'attention', url, id, key, atMs)
    : eventOf('came-back', 'note', url, id, key, atMs);
  return [...events, { ...back, absentMs }];
}

function eventOf(
  kind: KeyEvent['kind'],
  severity: KeyEvent['severity'],
  url: string,
  kid: string,
  { thumbprint }: { readonly thumbprint: string },
  atMs: number,
): KeyEvent {
  return { kind, severity, url, kid, atMs, thumbprint, before: null, absentMs: null };
}

function bound(keys: ReadonlyMap<string, KnownKey>): ReadonlyMap<string, KnownKey> {
  if (keys.size <= maxKnownKeys) return keys;
  const newest = [...keys].sort(([, a], [, b]) => b.lastSeenMs - a.lastSeenMs);
  return new Map(newest.slice(0, maxKnownKeys));
}
