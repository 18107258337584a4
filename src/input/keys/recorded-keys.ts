import type {
  KeyDocument,
  KeyHistory,
  KeyPort,
  KeyReading,
  PublishedKey,
} from '../../core/index.ts';
import { standsInFor } from './key-address.ts';
import { nothingOf } from './merge-readings.ts';
import type { RecordedDocument } from './recorded-document.ts';
import { replayAnswers, sortDated } from './replay.ts';

/** An answer this old still says reliably that a key is absent (Microsoft: cache keys for 24 hours). */
const freshMs = 24 * 3_600_000;

/**
 * A key port over recorded answers, as of `atMs`. Its history is that of the answers up to then: it does not know the future.
 * A document is fresh only when one of its answers was observed within the day before; every other answer is good for the keys
 * that it has. A key id with several materials means the one observed nearest before that time.
 */
export function createRecordedKeys(recorded: readonly RecordedDocument[], atMs: number): KeyPort {
  const past = recorded.filter(({ observedAtMs }) => observedAtMs !== null && observedAtMs <= atMs);
  const { histories } = replayAnswers(sortDated(past));
  const readings = new Map<string, KeyReading>();
  for (const url of new Set(recorded.map((one) => one.url))) {
    readings.set(
      url,
      readingOf(
        url,
        recorded.filter((one) => one.url === url),
        histories.get(url),
        atMs,
      ),
    );
  }
  return {
    read: async (urls) => ({
      readings: urls.flatMap((url) => {
        const own = readings.get(url) ?? nothingOf(url);
        // A tenant's own document lists the shared keys under that tenant's name.
        return [own, ...[...readings.values()].filter((one) => standsInFor(one.url, url))];
      }),
      clockErrorMs: null,
    }),
    recall: (url) => readings.get(url) ?? null,
  };
}

function readingOf(
  url: string,
  answers: readonly RecordedDocument[],
  history: KeyHistory | undefined,
  atMs: number,
): KeyReading {
  const nearest = [...answers].sort((a, b) => rank(a, atMs) - rank(b, atMs));
  const known = new Set<string>();
  const keys: PublishedKey[] = [];
  for (const { document } of nearest) {
    // One answer may list several keys under one id; which of them is meant is not decided here.
    keys.push(...document.keys.filter((key) => !known.has(idOf(key))));
    for (const key of document.keys) known.add(idOf(key));
  }
  const document: KeyDocument = { url, keys, skipped: 0 };
  const observedAtMs = history?.observedAtMs ?? null;
  const isFresh = observedAtMs !== null && atMs - observedAtMs <= freshMs;
  return {
    url,
    document,
    confirmedAtMs: observedAtMs ?? 0,
    freshness: isFresh ? 'fresh' : 'stale',
    problem: isFresh ? null : 'offline',
    ...(history !== undefined && { history }),
  };
}

const idOf = ({ kid, x5t, thumbprint }: PublishedKey): string => kid ?? x5t ?? thumbprint;

/** Answers before the time come first, the nearest of them first, then later ones, then those without a time. */
function rank({ observedAtMs }: RecordedDocument, atMs: number): number {
  if (observedAtMs === null) return Number.MAX_SAFE_INTEGER;
  const distance = atMs - observedAtMs;
  return distance >= 0 ? distance : 1e15 - distance;
}
