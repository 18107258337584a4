import {
  type Directory,
  type KeyDocumentSource,
  type KeyPort,
  type KeyReading,
  knownDirectory,
  parseDiscovery,
  parseKeyDocument,
} from '../core/index.ts';
import { mergeReadings } from '../input/keys/merge-readings.ts';

const timeoutMs = 10_000;
/** Largest key document, bytes. */
export const maxDocumentBytes = 1_048_576;

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
      const todays = fetched.filter((reading) => reading !== null);
      const readings = mergeReadings(todays, fallback.readings, { atMs, nowMs });
      return { readings, clockErrorMs: null };
    },
    recall: (url) => offline.recall?.(url) ?? null,
  });
}

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
