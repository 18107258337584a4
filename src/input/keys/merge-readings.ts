import {
  emptyHistory,
  type KeyDocument,
  type KeyReading,
  observeDocument,
  type PublishedKey,
} from '../../core/index.ts';

/** A document of today says nothing about keys that were absent longer ago than this. */
const freshMs = 24 * 3_600_000;

/** How what is known today is joined with what was recorded. */
export interface Moment {
  /** As of when a token is judged, milliseconds since the epoch. */
  readonly atMs: number;
  readonly nowMs: number;
}

/** Whether what is known today can say that a key was absent then. */
export const isOfToday = ({ atMs, nowMs }: Moment): boolean => Math.abs(nowMs - atMs) <= freshMs;

/**
 * Joins today's readings with recorded ones. A recorded answer of the same address still counts for keys that have gone since. For a
 * token that is judged as of another day, today's readings are good only for the keys that they have.
 */
export function mergeReadings(
  todays: readonly KeyReading[],
  recorded: readonly KeyReading[],
  moment: Moment,
): KeyReading[] {
  return isOfToday(moment)
    ? merge(todays, recorded, ofToday)
    : merge(todays.map(ofAnotherDay), recorded, ofThen);
}

const ofAnotherDay = ({ history: _later, ...reading }: KeyReading): KeyReading => ({
  ...reading,
  freshness: reading.document === null ? 'none' : 'stale',
  problem: 'offline',
});

type Combine = (today: KeyReading, recorded: KeyReading) => KeyReading;

function merge(
  todays: readonly KeyReading[],
  recorded: readonly KeyReading[],
  combine: Combine,
): KeyReading[] {
  const urls = new Set(todays.map(({ url }) => url));
  return [
    ...todays.map((reading) =>
      combine(reading, recorded.find(({ url }) => url === reading.url) ?? nothingOf(reading.url)),
    ),
    ...recorded.filter(({ url }) => !urls.has(url)),
  ];
}

/** Of a document of which nothing is known. */
export const nothingOf = (url: string): KeyReading => ({
  url,
  document: null,
  confirmedAtMs: null,
  freshness: 'none',
  problem: 'offline',
});

/** Today's answer is one more answer after the recorded ones; a history that it brings has seen more than they. */
const ofToday: Combine = (today, recorded) => {
  if (today.document === null || today.confirmedAtMs === null) return recorded;
  const before = recorded.history ?? emptyHistory(today.url);
  const history =
    today.history ?? observeDocument(before, today.document, today.confirmedAtMs).history;
  return { ...today, document: addKeys(today.document, recorded.document), history };
};

/** What was recorded up to the time in question counts first; today's answer only adds keys that nobody recorded. */
const ofThen: Combine = (today, recorded) => {
  if (recorded.document === null) return today;
  return { ...recorded, document: addKeys(recorded.document, today.document) };
};

function addKeys(document: KeyDocument, more: KeyDocument | null): KeyDocument {
  const known = new Set(document.keys.map(idOf));
  const added = (more?.keys ?? []).filter((key) => !known.has(idOf(key)));
  return { ...document, keys: [...document.keys, ...added] };
}

const idOf = ({ kid, x5t, thumbprint }: PublishedKey): string => kid ?? x5t ?? thumbprint;
