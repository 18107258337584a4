import type { KeyPort } from '../core/index.ts';
import { type RecordedDocument, readKeyFiles } from './key-files.ts';
import { createOnlineKeys } from './online-keys.ts';
import type { InspectOptions } from './options.ts';
import { createRecordedKeys } from './recorded-keys.ts';

/** Most times for which a key port is kept ready. */
const maxKept = 64;

/** Reads what `--keys` names and gives the keys as they were known at any time. */
export async function openKeys(
  { keys, isOnline }: Pick<InspectOptions, 'keys' | 'isOnline'>,
  nowMs: number,
  warn: (sentence: string) => void,
): Promise<(atMs: number) => KeyPort> {
  const recorded: RecordedDocument[] = [];
  for (const name of keys) recorded.push(...(await readKeyFiles(name, warn)));
  const online = isOnline ? createOnlineKeys(nowMs) : null;
  const ports = new Map<number, KeyPort>();
  return (atMs) => {
    const known = ports.get(atMs);
    if (known) return known;
    const offline = createRecordedKeys(recorded, atMs);
    const port = online === null ? offline : online(offline, atMs);
    if (ports.size >= maxKept) ports.clear();
    ports.set(atMs, port);
    return port;
  };
}
