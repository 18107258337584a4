import * as v from 'valibot';
import { type KeyHistory, maxEarlier, maxHistoryText, maxKnownKeys } from '../../core/index.ts';

const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(maxHistoryText));

const identity = { thumbprint: text, owner: v.nullable(text) };

const known = v.object({
  ...identity,
  certificate: v.nullable(v.object({ notBeforeSeconds: time, notAfterSeconds: time })),
  firstSeenMs: time,
  lastSeenMs: time,
  absence: v.nullable(v.object({ sinceMs: time, answers: count, countedMs: time })),
  returned: v.nullable(v.object({ atMs: time, retiredSinceMs: time })),
  earlier: v.pipe(v.array(v.object({ ...identity, untilMs: time })), v.maxLength(maxEarlier)),
});

const history: v.GenericSchema<unknown, KeyHistory> = v.object({
  url: v.string(),
  keys: v.pipe(v.map(text, known), v.maxSize(maxKnownKeys)),
  sinceMs: v.nullable(time),
  observedAtMs: v.nullable(time),
  denseSinceMs: v.nullable(time),
  answers: count,
  longestAbsenceMs: time,
});

/** A history as it came from the disk, or null when it is none of this document's. */
export function parseHistory(url: string, value: unknown): KeyHistory | null {
  const parsed = v.safeParse(history, value);
  return parsed.success && parsed.output.url === url ? parsed.output : null;
}
