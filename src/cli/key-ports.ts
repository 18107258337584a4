import type { ConfiguredIssuer, Directory, KeyPort } from '../core/index.ts';
import { createAddedKeys } from '../input/keys/added-keys.ts';
import type { RecordedDocument } from '../input/keys/recorded-document.ts';
import { createRecordedKeys } from '../input/keys/recorded-keys.ts';
import { readKeyFiles } from './key-files.ts';
import { createOnlineKeys } from './online-keys.ts';
import type { InspectOptions } from './options.ts';

/** Most times for which a key port is kept ready. */
const maxKept = 64;

/** Reads what `--keys` names and gives the keys as they were known at any time, those of `added` issuers too. */
export async function openKeys(
  { keys, isOnline }: Pick<InspectOptions, 'keys' | 'isOnline'>,
  nowMs: number,
  warn: (sentence: string) => void,
  known: { readonly directory: Directory; readonly added: readonly ConfiguredIssuer[] },
): Promise<(atMs: number) => KeyPort> {
  const recorded: RecordedDocument[] = [];
  const added = createAddedKeys(known.added);
  for (const name of keys) recorded.push(...(await readKeyFiles(name, warn, added)));
  // Only when all files are read is it known where added issuers have their keys.
  const named = recorded.flatMap((one) => added.namesOf(one.url).map((url) => ({ ...one, url })));
  const online = isOnline ? createOnlineKeys(nowMs, known.directory) : null;
  const ports = new Map<number, KeyPort>();
  return (atMs) => {
    const known = ports.get(atMs);
    if (known) return known;
    const offline = createRecordedKeys(named, atMs);
    const port = online === null ? offline : online(offline, atMs);
    if (ports.size >= maxKept) ports.clear();
    ports.set(atMs, port);
    return port;
  };
}
