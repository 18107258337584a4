import type { KeyDocument, KeyPort, KeyReading, PublishedKey } from '../core/index.ts';
import { standsInFor } from './key-address.ts';
import type { RecordedDocument } from './key-files.ts';

/** An answer this old still says reliably that a key is absent (Microsoft: cache keys for 24 hours). */
const freshMs = 24 * 3_600_000;

/**
 * A key port over recorded answers, as of `atMs`. A document is fresh only when one of its answers was observed within the day
 * before; every other answer is good for the keys that it has. A key id with several materials means the one observed nearest
 * before that time.
 */
export function createRecordedKeys(recorded: readonly RecordedDocument[], atMs: number): KeyPort {
  const readings = new Map<string, KeyReading>();
  for (const url of new Set(recorded.map((one) => one.url))) {
    readings.set(
      url,
      readingOf(
        url,
        recorded.filter((one) => one.url === url),
        atMs,
      ),
    );
  }
  return {
    read: async (urls) => ({
      readings: urls.flatMap((url) => {
        const own = readings.get(url) ?? absent(url);
        // A tenant's own document lists the shared keys under that tenant's name.
        return [own, ...[...readings.values()].filter((one) => standsInFor(one.url, url))];
      }),
      clockErrorMs: null,
    }),
  };
}

const absent = (url: string): KeyReading => ({
  url,
  document: null,
  confirmedAtMs: null,
  freshness: 'none',
  problem: 'offline',
});

function readingOf(url: string, answers: readonly RecordedDocument[], atMs: number): KeyReading {
  const nearest = [...answers].sort((a, b) => rank(a, atMs) - rank(b, atMs));
  const keys = new Map<string, PublishedKey>();
  for (const { document } of nearest) {
    for (const key of document.keys) {
      const id = key.kid ?? key.x5t ?? key.thumbprint;
      if (!keys.has(id)) keys.set(id, key);
    }
  }
  const document: KeyDocument = { url, keys: [...keys.values()], skipped: 0 };
  const times = answers.flatMap(({ observedAtMs }) =>
    observedAtMs === null ? [] : [observedAtMs],
  );
  const isFresh = times.some((time) => time <= atMs && atMs - time <= freshMs);
  return {
    url,
    document,
    confirmedAtMs: Math.max(0, ...times),
    freshness: isFresh ? 'fresh' : 'stale',
    problem: isFresh ? null : 'offline',
    swapped: findSwapped(answers, atMs),
  };
}

/** Answers before the time come first, the nearest of them first, then later ones, then those without a time. */
function rank({ observedAtMs }: RecordedDocument, atMs: number): number {
  if (observedAtMs === null) return Number.MAX_SAFE_INTEGER;
  const distance = atMs - observedAtMs;
  return distance >= 0 ? distance : 1e15 - distance;
}

/** Key ids that had other material in an answer observed before that time. */
function findSwapped(answers: readonly RecordedDocument[], atMs: number): readonly string[] {
  const thumbprints = new Map<string, string>();
  const swapped = new Set<string>();
  for (const { document, observedAtMs } of answers) {
    if (observedAtMs === null || observedAtMs > atMs) continue;
    for (const { kid, thumbprint } of document.keys) {
      if (kid === null) continue;
      const known = thumbprints.get(kid) ?? thumbprint;
      if (known !== thumbprint) swapped.add(kid);
      thumbprints.set(kid, known);
    }
  }
  return [...swapped];
}
