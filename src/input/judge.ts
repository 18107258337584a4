import {
  findProvider,
  hashText,
  type Inspection,
  type InspectPorts,
  inspect,
  type KeyPort,
} from '../core/index.ts';
import { readBase64Text } from './bytes.ts';
import type { FoundToken } from './found.ts';
import { memberOf, parseJson } from './json.ts';

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

/** Judges one use of a token as of `timeOf`. What is not there to be judged is not inspected, by the reason that its file gives. */
export function judge(found: FoundToken, judging: Judging): Promise<Inspection> {
  const { host, keysAt, ports } = judging;
  const atMs = timeOf(found, judging);
  if (found.withheld !== null) return Promise.resolve(describeWithheld(found, judging, atMs));
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

function describeWithheld(
  found: FoundToken,
  { host: named, ports }: Judging,
  atMs: number,
): Inspection {
  const host = found.host ?? named ?? '';
  return {
    verdict: 'not-inspected',
    outcomes: [],
    notInspected: found.withheld,
    provider:
      findProvider(host, named ?? found.documentHost, ports.directory?.providers)?.id ?? null,
    issuer: null,
    fingerprint: hashText(found.credential),
    token: null,
    key: null,
    source: 'file',
    host,
    seenAtMs: atMs,
  };
}

/**
 * `--at`, else the time that the file gives, else now. A token that was only kept, or perhaps used earlier, is judged as of the end
 * of its own life when that came first: having run out while nobody used it is not unusual.
 */
function timeOf(found: FoundToken, { atMs, nowMs }: Judging): number {
  if (atMs !== null) return atMs;
  const latestMs = found.atMs ?? nowMs;
  return found.mayBeOlder ? Math.min(latestMs, endOf(found.credential) ?? latestMs) : latestMs;
}

/** The claimed end of a token (RFC 7519 section 4.1.4), milliseconds; null when it cannot be read. */
function endOf(credential: string): number | null {
  const claims = parseJson(readBase64Text(credential.split('.')[1] ?? ''));
  const end = memberOf(claims, 'exp');
  return typeof end === 'number' && end > 0 && end < 1e11 ? end * 1000 : null;
}
