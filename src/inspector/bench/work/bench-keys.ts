import type { ConfiguredIssuer, KeyPort, KeyReading } from '../../../core/index.ts';
import { parseJson } from '../../../input/json.ts';
import { type AddedKeys, createAddedKeys } from '../../../input/keys/added-keys.ts';
import { mergeReadings, nothingOf } from '../../../input/keys/merge-readings.ts';
import {
  maxKeyFileBytes,
  type RecordedDocument,
  readRecorded,
} from '../../../input/keys/recorded-document.ts';
import { createRecordedKeys } from '../../../input/keys/recorded-keys.ts';
import type { KeyFileProblem } from './messages.ts';

/** Most files with recorded key documents. */
export const maxKeyFiles = 500;
/** An answer of a key server says that a key is absent only when it came later than this long before the token's use: keys rotate. */
export const absenceMs = 5 * 60_000;
/** Most times for which a key port is kept ready. */
const maxKept = 64;

/** Keys as they were known at any time: those of this browser, and those of the files. */
export interface BenchKeys {
  readonly keysAt: (atMs: number) => KeyPort;
  /** Addresses that were asked for keys which their documents, as they are known, do not hold. */
  readonly missing: () => readonly string[];
}

/** @param readings key documents of this browser, as of `nowMs` */
export function createBenchKeys(
  readings: readonly KeyReading[],
  recorded: readonly RecordedDocument[],
  nowMs: number,
): BenchKeys {
  const known = new Map(readings.map((reading) => [reading.url, reading]));
  const ports = new Map<number, KeyPort>();
  const missing = new Set<string>();

  function createPort(atMs: number): KeyPort {
    const offline = createRecordedKeys(recorded, atMs);
    const join = (urls: readonly string[], fromFiles: readonly KeyReading[]) => {
      const todays = urls.map((url) => known.get(url) ?? nothingOf(url));
      return mergeReadings(todays, fromFiles, { atMs, nowMs });
    };
    return {
      async read(urls, wanted) {
        const { readings: fromFiles } = await offline.read(urls, wanted);
        const joined = join(urls, fromFiles).map((reading) => {
          if (isListed(reading, wanted)) return reading;
          if (urls.includes(reading.url)) missing.add(reading.url);
          return saysAbsent(reading, atMs) ? reading : withoutAbsence(reading);
        });
        return { readings: joined, clockErrorMs: null };
      },
      recall(url) {
        const fromFiles = offline.recall?.(url) ?? null;
        if (fromFiles === null && !known.has(url)) return null;
        return join([url], fromFiles === null ? [] : [fromFiles])[0] ?? null;
      },
    };
  }

  return {
    keysAt(atMs) {
      const ready = ports.get(atMs) ?? createPort(atMs);
      if (ports.size >= maxKept) ports.clear();
      ports.set(atMs, ready);
      return ready;
    },
    missing: () => [...missing].sort(),
  };
}

type Wanted = Parameters<KeyPort['read']>[1];

const isListed = ({ document }: KeyReading, { kid, x5t }: Wanted): boolean =>
  document?.keys.some(
    (key) =>
      (kid !== null && key.kid === kid) || (x5t !== null && [key.x5t, key.kid].includes(x5t)),
  ) ?? false;

const saysAbsent = ({ freshness, confirmedAtMs }: KeyReading, atMs: number): boolean =>
  freshness === 'fresh' && confirmedAtMs !== null && confirmedAtMs >= atMs - absenceMs;

const withoutAbsence = (reading: KeyReading): KeyReading => ({
  ...reading,
  freshness: reading.document === null ? 'none' : 'stale',
  problem: 'offline',
});

interface ReadKeys {
  readonly recorded: readonly RecordedDocument[];
  readonly told: readonly { readonly name: string; readonly problem: KeyFileProblem | null }[];
}

/**
 * Reads files with recorded key documents; those of added issuers too, and their discovery documents. What is none is told, and the
 * others count.
 */
export async function readKeyFiles(
  files: readonly File[],
  issuers: readonly ConfiguredIssuer[],
): Promise<ReadKeys> {
  const added = createAddedKeys(issuers);
  const recorded: RecordedDocument[] = [];
  const told: { name: string; problem: KeyFileProblem | null }[] = [];
  for (const file of files.slice(0, maxKeyFiles)) {
    const read = await readKeyFile(file, added);
    if (typeof read === 'object') recorded.push(read);
    told.push({
      name: file.name,
      problem: typeof read === 'object' || read === 'discovery' ? null : read,
    });
  }
  for (const { name } of files.slice(maxKeyFiles)) told.push({ name, problem: 'too-large' });
  // Only when all files are read is it known where added issuers have their keys.
  const named = recorded.flatMap((one) => added.namesOf(one.url).map((url) => ({ ...one, url })));
  return { recorded: named, told };
}

async function readKeyFile(
  file: File,
  added: AddedKeys,
): Promise<RecordedDocument | KeyFileProblem | 'discovery'> {
  if (file.size > maxKeyFileBytes) return 'too-large';
  const text = await file.text().catch(() => null);
  if (text === null) return 'unreadable';
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (value === undefined) return 'not-json';
  const isNoted = added.note(value);
  const read = await readRecorded(value, file.name, null);
  return isNoted && read === 'not-keys' ? 'discovery' : read;
}
