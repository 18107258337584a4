import {
  type Directory,
  emptyHistory,
  type KeyDocument,
  type KeyDocumentSource,
  type KeyPort,
  type KeyReading,
  knownDirectory,
  observeDocument,
  type PublishedKey,
  parseDiscovery,
  parseKeyDocument,
} from '../core/index.ts';

const timeoutMs = 10_000;
/** Largest key document, bytes. */
export const maxDocumentBytes = 1_048_576;
/** A document of today says nothing about keys that were absent longer ago than this. */
const freshMs = 24 * 3_600_000;

/**
 * Key ports that fetch each key document once in a run, from the addresses of the directory and what their discovery documents name alone; what cannot be fetched comes from
 * `offline`. For a token that is judged as of another day, today's documents are good only for the keys that they have.
 */
export function createOnlineKeys(
  nowMs: number,
  { issuers }: Pick<Directory, 'issuers'> = knownDirectory,
): (offline: KeyPort, atMs: number) => KeyPort {
  const sources = issuers.flatMap(({ keyDocuments }) => keyDocuments);
  const pending = new Map<string, Promise<KeyReading | null>>();
  return (offline, atMs) => ({
    async read(urls, wanted) {
      const fallback = await offline.read(urls, wanted);
      const fetched = await Promise.all(
        urls.map((url) => {
          const running =
            pending.get(url) ??
            fetchReading(
              sources.find((one) => one.url === url),
              nowMs,
            );
          pending.set(url, running);
          return running;
        }),
      );
      const isOfToday = Math.abs(nowMs - atMs) <= freshMs;
      const readings = fetched.filter((reading) => reading !== null);
      return {
        readings: isOfToday
          ? merge(readings, fallback.readings, ofToday)
          : merge(readings.map(ofAnotherDay), fallback.readings, ofThen),
        clockErrorMs: null,
      };
    },
    recall: (url) => offline.recall?.(url) ?? null,
  });
}

const ofAnotherDay = (reading: KeyReading): KeyReading => ({
  ...reading,
  freshness: 'stale',
  problem: 'offline',
});

type Combine = (fetched: KeyReading, recorded: KeyReading) => KeyReading;

/** A recorded answer of the same address still counts for keys that have gone since. */
function merge(
  fetched: readonly KeyReading[],
  recorded: readonly KeyReading[],
  combine: Combine,
): KeyReading[] {
  const urls = new Set(fetched.map(({ url }) => url));
  return [
    ...fetched.map((reading) =>
      combine(reading, recorded.find(({ url }) => url === reading.url) ?? absent(reading.url)),
    ),
    ...recorded.filter(({ url }) => !urls.has(url)),
  ];
}

const absent = (url: string): KeyReading => ({
  url,
  document: null,
  confirmedAtMs: null,
  freshness: 'none',
  problem: 'offline',
});

/** Today's answer is one more answer after the recorded ones. */
const ofToday: Combine = (fetched, recorded) => {
  if (fetched.document === null || fetched.confirmedAtMs === null) return recorded;
  const before = recorded.history ?? emptyHistory(fetched.url);
  const { history } = observeDocument(before, fetched.document, fetched.confirmedAtMs);
  return { ...fetched, document: addKeys(fetched.document, recorded.document), history };
};

/** What was recorded up to the time in question counts first; today's answer only adds keys that nobody recorded. */
const ofThen: Combine = (fetched, recorded) => {
  if (recorded.document === null) return fetched;
  return { ...recorded, document: addKeys(recorded.document, fetched.document) };
};

function addKeys(document: KeyDocument, more: KeyDocument | null): KeyDocument {
  const known = new Set(document.keys.map(idOf));
  const added = (more?.keys ?? []).filter((key) => !known.has(idOf(key)));
  return { ...document, keys: [...document.keys, ...added] };
}

const idOf = ({ kid, x5t, thumbprint }: PublishedKey): string => kid ?? x5t ?? thumbprint;

async function fetchReading(
  source: KeyDocumentSource | undefined,
  nowMs: number,
): Promise<KeyReading | null> {
  if (source === undefined) return null;
  const { url, discoveryOf } = source;
  const keysUrl = discoveryOf === undefined ? url : await discover(url, discoveryOf);
  if (keysUrl === null) return null;
  const parsed = await parseKeyDocument(url, await fetchJson(keysUrl));
  if (!parsed.ok) return null;
  return { url, document: parsed.value, confirmedAtMs: nowMs, freshness: 'fresh', problem: null };
}

/** Where an issuer's discovery document says that its keys are (OpenID Connect Discovery section 4). */
async function discover(url: string, issuer: string): Promise<string | null> {
  const discovery = parseDiscovery(await fetchJson(url), issuer);
  return discovery.ok ? discovery.value.keyDocument : null;
}

/** Null where nothing came, or no JSON: the recorded documents decide then. */
async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.ok ? JSON.parse(await readBounded(response)) : null;
  } catch {
    return null;
  }
}

/** Empty past the bound, so that an endless answer ends there. */
async function readBounded({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > maxDocumentBytes) return '';
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
