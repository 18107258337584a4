import { maxRestMs } from '../../../src/background/coalesced.ts';

/** One request with a token that no other request has: when it began, and when its answer was there. */
export interface OneUse {
  readonly fingerprint: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stop of the background: when it was asked for, and when it had come about. */
export interface Stop {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The background is there again this long after a stop: the next request wakes it. */
export const startUpMs = 700;
/** A token is judged within this time. */
const judgingMs = 500;
/** What was used once, and never again, so soon before a crash may be lost: docs/architecture.md, “What is remembered is written in small parts”. */
export const mayBeLostMs = maxRestMs + judgingMs;

/** `owed`: what this request showed has to be known for good. Else it was too near to a stop: just before it and during it, or while the background began anew. */
export type Moment = 'owed' | 'before-stop' | 'starting';

export function momentOf(use: OneUse, stops: readonly Stop[]): Moment {
  if (msBeforeStop(use, stops) < mayBeLostMs) return 'before-stop';
  return msAfterStop(use, stops) < startUpMs ? 'starting' : 'owed';
}

/** From the answer to the next stop, milliseconds; 0 when it came during one. */
const msBeforeStop = ({ toMs }: OneUse, stops: readonly Stop[]): number =>
  Math.min(
    ...stops.filter((stop) => stop.toMs >= toMs).map(({ fromMs }) => Math.max(0, fromMs - toMs)),
  );

/** From the last stop to the request, milliseconds; 0 when it began during one, or before one that it saw the end of. */
const msAfterStop = ({ fromMs, toMs }: OneUse, stops: readonly Stop[]): number =>
  Math.min(
    ...stops.filter((stop) => stop.fromMs <= toMs).map((stop) => Math.max(0, fromMs - stop.toMs)),
  );

/** How much was used in these moments, and how much of that is not known, in words for the person who reads the output. */
export function describeUses(
  uses: readonly OneUse[],
  stops: readonly Stop[],
  isKnown: (use: OneUse) => boolean,
): string {
  const at = (moment: Moment) => uses.filter((use) => momentOf(use, stops) === moment);
  const lost = (moment: Moment) => at(moment).filter((use) => !isKnown(use));
  const earliest = Math.max(0, ...lost('before-stop').map((use) => msBeforeStop(use, stops)));
  const latest = Math.max(0, ...lost('starting').map((use) => msAfterStop(use, stops)));
  return [
    `${at('owed').length} must be known, ${lost('owed').length} are not`,
    `${at('before-stop').length} were used within ${mayBeLostMs} ms before a stop or during it, ${lost('before-stop').length} are not known, the earliest ${earliest} ms before it`,
    `${at('starting').length} within ${startUpMs} ms after a stop, with no other one soon, ${lost('starting').length} are not known, the latest ${latest} ms after it`,
  ].join('; ');
}
