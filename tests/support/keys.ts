import {
  emptyHistory,
  type KeyPort,
  type KeyProblem,
  type KeyReading,
  observeDocument,
  parseKeyDocument,
} from '../../src/core/index.ts';

export const commonKeysUrl = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
export const commonV1KeysUrl = 'https://login.microsoftonline.com/common/discovery/keys';
export const consumerKeysUrl = 'https://login.microsoftonline.com/consumers/discovery/v2.0/keys';

/** A key port over documents in memory; an address that is not given answers an empty fresh key set. */
export async function keyPortOf(
  documents: Readonly<Record<string, readonly unknown[] | KeyProblem>>,
  clockErrorMs: number | null = 0,
): Promise<KeyPort> {
  const readings = new Map<string, KeyReading>();
  for (const [url, keys] of Object.entries(documents)) {
    readings.set(url, typeof keys === 'string' ? missing(url, keys) : await readingOf(url, keys));
  }
  const empty = async (url: string) => readings.get(url) ?? (await readingOf(url, []));
  return {
    read: async (urls) => ({ readings: await Promise.all(urls.map(empty)), clockErrorMs }),
    recall: (url) => readings.get(url) ?? null,
  };
}

/** A time after all tokens of tests: these keys have been listed for ever. */
const alwaysMs = 4e12;

async function readingOf(url: string, keys: readonly unknown[]): Promise<KeyReading> {
  const parsed = await parseKeyDocument(url, { keys });
  if (!parsed.ok) throw new Error(`test key document refused: ${parsed.code}`);
  const first = observeDocument(emptyHistory(url), parsed.value, 0).history;
  const { history } = observeDocument(first, parsed.value, alwaysMs);
  return {
    url,
    document: parsed.value,
    confirmedAtMs: 0,
    freshness: 'fresh',
    problem: null,
    history,
  };
}

function missing(url: string, problem: KeyProblem): KeyReading {
  return { url, document: null, confirmedAtMs: null, freshness: 'none', problem };
}
