import { type KeyPort, type KeyReading, parseKeyDocument } from '../core/index.ts';
import { knownAddresses } from './key-files.ts';

const timeoutMs = 10_000;
const maxBytes = 1_048_576;

/** A key port that fetches each key document once, from the known addresses alone; falls back to `offline` for the rest. */
export function createOnlineKeys(offline: KeyPort): KeyPort {
  const pending = new Map<string, Promise<KeyReading | null>>();
  return {
    async read(urls, wanted) {
      const fallback = await offline.read(urls, wanted);
      const readings = await Promise.all(
        urls.map((url) => {
          const running = pending.get(url) ?? fetchReading(url);
          pending.set(url, running);
          return running;
        }),
      );
      return {
        readings: [...readings.filter((reading) => reading !== null), ...fallback.readings],
        clockErrorMs: null,
      };
    },
  };
}

async function fetchReading(url: string): Promise<KeyReading | null> {
  if (!knownAddresses.has(url)) return null;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = response.ok ? await response.text() : '';
    if (text === '' || text.length > maxBytes) return null;
    const parsed = await parseKeyDocument(url, JSON.parse(text));
    if (!parsed.ok) return null;
    return {
      url,
      document: parsed.value,
      confirmedAtMs: Date.now(),
      freshness: 'fresh',
      problem: null,
    };
  } catch {
    // Out of reach or no key document: the recorded ones decide.
    return null;
  }
}
