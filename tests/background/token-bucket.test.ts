import { describe, expect, test } from 'vitest';
import {
  burst,
  fullBucket,
  refillMs,
  takeToken,
} from '../../src/background/key-cache/token-bucket.ts';

function drain(nowMs: number) {
  let bucket = fullBucket(nowMs);
  for (let i = 0; i < burst; i++) {
    const next = takeToken(bucket, nowMs);
    if (next === null) throw new Error('the bucket was empty too early');
    bucket = next;
  }
  return bucket;
}

describe('token bucket', () => {
  test('gives a burst and then nothing', () => {
    expect(takeToken(drain(1000), 1000)).toBeNull();
  });

  test('gives one more after its time, and not a moment before', () => {
    const empty = drain(1000);
    expect(takeToken(empty, 1000 + refillMs - 1)).toBeNull();
    expect(takeToken(empty, 1000 + refillMs)).not.toBeNull();
  });

  test('never holds more than a burst', () => {
    expect(takeToken(drain(1000), 1000 + refillMs * 1000)?.tokens).toBe(burst - 1);
  });

  test('gives nothing for a clock that goes back, and recovers', () => {
    const empty = drain(1_000_000_000);
    expect(takeToken(empty, 5)).toBeNull();
  });
});
