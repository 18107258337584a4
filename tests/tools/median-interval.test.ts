import { expect, test } from 'vitest';
import { medianInterval, minForInterval } from '../bench/measure.ts';

/** Probability that of so many values less than `rank` lie below the true median. */
function chanceBelow(rank: number, count: number): number {
  let chance = 0;
  let ways = 1;
  for (let below = 0; below < rank; below++) {
    chance += ways / 2 ** count;
    ways = (ways * (count - below)) / (below + 1);
  }
  return chance;
}

test('the true median lies in the interval with a probability of 95 % at least, and of not much more', () => {
  for (let count = minForInterval; count <= 200; count++) {
    // Mixed up; each value is its rank.
    const ranks = Array.from({ length: count }, (_, index) => ((index * 211) % count) + 1);
    const known = new Set(ranks).size === count ? ranks : ranks.map((_, index) => index + 1);
    const [low, high] = medianInterval(known);
    expect(low + high).toBe(count + 1);
    const coverage = 1 - 2 * chanceBelow(low, count);
    expect(coverage).toBeGreaterThanOrEqual(0.95);
    expect(coverage).toBeLessThan(0.999);
  }
});

test('too few values have none', () => {
  expect(() => medianInterval([1, 2, 3, 4, 5])).toThrow(RangeError);
});
