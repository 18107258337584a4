import { type Inspection, type InspectPorts, inspect, type KeyPort } from '../core/index.ts';
import type { FoundToken } from './input/found.ts';

/** How the tokens of one run are judged. */
export interface Judging {
  /** The webmail's host that the person named; null: the file's own word counts. */
  readonly host: string | null;
  /** The time that the person named; null: the file's own time, or now. */
  readonly atMs: number | null;
  readonly nowMs: number;
  /** Keys as they were known at a time. */
  readonly keysAt: (atMs: number) => KeyPort;
  /** What all inspections of a run have in common. */
  readonly ports: Omit<InspectPorts, 'keys' | 'nowMs'>;
}

/** Judges one token as of `--at`, else as of the time that its file gives, else as of now. */
export function judge(found: FoundToken, judging: Judging): Promise<Inspection> {
  const { host, nowMs, keysAt, ports } = judging;
  const atMs = judging.atMs ?? found.atMs ?? nowMs;
  return inspect(
    {
      credential: found.credential,
      source: 'file',
      seenAtMs: atMs,
      host: found.host ?? host ?? '',
      documentHost: host ?? found.documentHost,
      tabIds: [],
      isPrivate: false,
      context: found.context,
    },
    { ...ports, keys: keysAt(atMs), nowMs: atMs },
  );
}
