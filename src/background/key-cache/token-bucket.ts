/** How often a key server may be asked on demand: a few times at once, then rarely. */
export interface Bucket {
  readonly tokens: number;
  readonly refilledAtMs: number;
}

/** Requests that may follow each other without a pause. */
export const burst = 4;
/** One more request each five minutes, as Microsoft advises for unknown keys (signing key rollover page, read 2026-11-24). */
export const refillMs = 5 * 60_000;

export const fullBucket = (nowMs: number): Bucket => ({ tokens: burst, refilledAtMs: nowMs });

/** Takes one request out of the bucket; null when it is empty. A clock that went back counts as no time at all. */
export function takeToken(bucket: Bucket, nowMs: number): Bucket | null {
  const elapsedMs = Math.max(0, nowMs - bucket.refilledAtMs);
  const gained = Math.floor(elapsedMs / refillMs);
  const tokens = Math.min(burst, bucket.tokens + gained);
  if (tokens < 1) return null;
  const isFull = tokens === burst;
  const refilledAtMs =
    isFull || nowMs < bucket.refilledAtMs ? nowMs : bucket.refilledAtMs + gained * refillMs;
  return { tokens: tokens - 1, refilledAtMs };
}
