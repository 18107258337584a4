import { describe, expect, test } from 'vitest';
import { buildPicture } from '../../src/inspector/keys/build-picture.ts';
import { tickFormat } from '../../src/inspector/keys/tick-format.ts';
import {
  farthestMs,
  firstSpanMs,
  leastSpanMs,
  move,
  seenWindow,
  wholeWindow,
  zoom,
} from '../../src/inspector/keys/time-window.ts';
import {
  dayMs,
  daysAgo,
  exportedKey,
  exportOf,
  pictureNowMs,
  sharedUrl,
} from '../support/pictures.ts';

const pictureOf = (...keys: Parameters<typeof exportedKey>[1][]) =>
  buildPicture(
    exportOf({ [sharedUrl]: keys.map((changes, at) => exportedKey(`k${at}`, changes)) }),
    [],
  );
const bounds = { fromMs: 0, toMs: 100 * dayMs };

describe('the part of time that is shown', () => {
  test('is at first all that was seen, up to now, and two weeks at least', () => {
    const { fromMs, toMs } = seenWindow(pictureOf({}));
    expect(fromMs).toBeLessThan(Date.parse(daysAgo(60)));
    expect(toMs).toBeGreaterThan(pictureNowMs);
    const short = seenWindow(pictureOf({ first_seen: daysAgo(0.01) }));
    expect(short.toMs - short.fromMs).toBeGreaterThan(firstSpanMs);
  });

  test('can hold the dates of certificates, but no year that somebody made up', () => {
    const certificate = { not_before: daysAgo(900), not_after: daysAgo(-900) };
    const whole = wholeWindow(pictureOf({ certificate }));
    expect(whole.fromMs).toBeLessThan(Date.parse(daysAgo(900)));
    expect(whole.toMs).toBeGreaterThan(Date.parse(daysAgo(-900)));
    const absurd = { not_before: '0001-01-01T00:00:00Z', not_after: '9999-12-31T00:00:00Z' };
    const bounded = wholeWindow(
      pictureOf({ certificate: absurd, first_seen: '1970-01-01T00:00:00Z' }),
    );
    expect(bounded.toMs - bounded.fromMs).toBeLessThan(2 * farthestMs * 1.1);
  });

  test('zooms around a moment, which stays where it is', () => {
    const next = zoom({ fromMs: 20 * dayMs, toMs: 60 * dayMs }, 0.5, 30 * dayMs, bounds);
    expect(next).toEqual({ fromMs: 25 * dayMs, toMs: 45 * dayMs });
  });

  test('zooms no closer than an hour and no further than everything', () => {
    const near = zoom({ fromMs: 0, toMs: leastSpanMs }, 0.1, leastSpanMs / 2, bounds);
    expect(near.toMs - near.fromMs).toBe(leastSpanMs);
    expect(zoom({ fromMs: dayMs, toMs: 90 * dayMs }, 50, 40 * dayMs, bounds)).toEqual(bounds);
  });

  test('does not move out of bounds', () => {
    expect(move({ fromMs: 0, toMs: 10 * dayMs }, -1, bounds)).toEqual({
      fromMs: 0,
      toMs: 10 * dayMs,
    });
    expect(move({ fromMs: 85 * dayMs, toMs: 95 * dayMs }, 1, bounds)).toEqual({
      fromMs: 90 * dayMs,
      toMs: 100 * dayMs,
    });
  });
});

test.each([
  [365 * dayMs, /^\d{4}$/],
  [31 * dayMs, /^\w{3} \d{4}$/],
  [dayMs, /^\w{3} \d{1,2}$/],
  [3_600_000, /:00/],
])('moments %i ms apart are named as exactly as needed', (apart, form) => {
  const ticks = [new Date(pictureNowMs), new Date(pictureNowMs + apart)];
  expect(tickFormat(ticks, 'en')(new Date(pictureNowMs))).toMatch(form);
});
