import {
  type KeyPort,
  type KeyReading,
  type PublishedKey,
  parseKeyDocument,
} from '../core/index.ts';
import { knownAddresses } from './key-address.ts';

const timeoutMs = 10_000;
/** Largest key document, bytes. */
export const maxDocumentBytes = 1_048_576;
/** A document of today says nothing about keys that were absent longer ago than this. */
const freshMs = 24 * 3_600_000;

/**
 * Key ports that fetch each key document once in a run, from the known addresses alone; what cannot be fetched comes from
 * `offline`. For a token that is judged as of another day, today's documents are good only for the keys that they have.
 */
export function createOnlineKeys(nowMs: number): (offline: KeyPort, atMs: number) => KeyPort {
  const pending = new Map<string, Promise<KeyReading | null>>();
  return (offline, atMs) => ({
    async read(urls, wanted) {
      const fallback = await offline.read(urls, wanted);
      const fetched = await Promise.all(
        urls.map((url) => {
          const running = pending.get(url) ?? fetchReading(url, nowMs);
          pending.set(url, running);
          return running;
        }),
      );
      const isOfToday = Math.abs(nowMs - atMs) <= freshMs;
      const readings = fetched
        .filter((reading) => reading !== null)
        .map((reading): KeyReading => (isOfToday ? reading : ofAnotherDay(reading)));
      return { readings: merge(readings, fallback.readings), clockErrorMs: null };
    },
  });
}

const ofAnotherDay = (reading: KeyReading): KeyReading => ({
  ...reading,
  freshness: 'stale',
  problem: 'offline',
});

/** A recorded answer of the same address still counts for keys that have gone since. */
function merge(fetched: readonly KeyReading[], recorded: readonly KeyReading[]): KeyReading[] {
  const urls = new Set(fetched.map(({ url }) => url));
  return [
    ...fetched.map((reading) =>
      recorded.filter(({ url }) => url === reading.url).reduce(addRecorded, reading),
    ),
    ...recorded.filter(({ url }) => !urls.has(url)),
  ];
}

function addRecorded(reading: KeyReading, recorded: KeyReading): KeyReading {
  if (reading.document === null || recorded.document === null) return reading;
  const now = new Map(reading.document.keys.map((key) => [idOf(key), key.thumbprint]));
  const gone = recorded.document.keys.filter((key) => !now.has(idOf(key)));
  const exchanged = recorded.document.keys.flatMap(({ kid, thumbprint }) =>
    kid !== null && (now.get(kid) ?? thumbprint) !== thumbprint ? [kid] : [],
  );
  return {
    ...reading,
    document: { ...reading.document, keys: [...reading.document.keys, ...gone] },
    swapped: [...(recorded.swapped ?? []), ...exchanged],
  };
}

const idOf = ({ kid, x5t, thumbprint }: PublishedKey): string => kid ?? x5t ?? thumbprint;

async function fetchReading(url: string, nowMs: number): Promise<KeyReading | null> {
  if (!knownAddresses.has(url)) return null;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = response.ok ? await response.text() : '';
    if (text === '' || text.length > maxDocumentBytes) return null;
    const parsed = await parseKeyDocument(url, JSON.parse(text));
    if (!parsed.ok) return null;
    return {
      url,
      document: parsed.value,
      confirmedAtMs: nowMs,
      freshness: 'fresh',
      problem: null,
    };
  } catch {
    // Out of reach or no key document: the recorded ones decide.
    return null;
  }
}
