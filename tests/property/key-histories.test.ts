import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHistory } from '../../src/background/key-cache/history-record.ts';
import {
  buildKeyHistoryExport,
  emptyHistory,
  type KeyEvent,
  maxEarlier,
  maxKnownKeys,
  observeNow,
  type PublishedKey,
} from '../../src/core/index.ts';
import { recollect } from '../../src/core/keys/history/life.ts';
import { documentOf, hour, keyOf } from '../support/histories.ts';
import { commonKeysUrl } from '../support/keys.ts';
import { consumerOwner, enterpriseOwner } from '../support/tokens.ts';

/** A longer run sets COUNTERSIGN_RUNS=1000000. */
const runs = Math.ceil(Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000) * 0.02);
const timeoutMs = 60_000 + runs * 20;
const day = 24 * hour;

describe('a history of any answers at any times', () => {
  const entry = fc
    .record({
      kid: fc.constantFrom('a', 'b', 'name-of-a-key', '__proto__', null),
      thumbprint: fc.constantFrom('one', 'two', 'three'),
      owner: fc.constantFrom(enterpriseOwner, consumerOwner, null, 'x'.repeat(3_000)),
    })
    .map(({ kid, ...changes }): PublishedKey => keyOf('any', { kid, x5t: kid, ...changes }));
  const step = fc.record({
    laterMs: fc.oneof(
      fc.integer({ min: 0, max: 3 * day }),
      fc.integer({ min: -400 * day, max: 400 * day }),
    ),
    answer: fc.option(fc.array(entry, { maxLength: 6 })),
  });

  test('never throws, stays bounded, and is read from the disk as it was written', {
    timeout: timeoutMs,
  }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let history = emptyHistory(commonKeysUrl);
        let nowMs = 1e12;
        for (const { laterMs, answer } of steps) {
          nowMs += laterMs;
          const listed = answer === null ? null : documentOf(answer);
          history = observeNow(history, listed, nowMs).history;
          for (const key of answer ?? []) recollect(history, key);
        }
        expect(history.keys.size).toBeLessThanOrEqual(maxKnownKeys);
        for (const { earlier, firstSeenMs, lastSeenMs } of history.keys.values()) {
          expect(earlier.length).toBeLessThanOrEqual(maxEarlier);
          expect(firstSeenMs).toBeLessThanOrEqual(lastSeenMs);
          expect(lastSeenMs).toBeLessThanOrEqual(history.observedAtMs ?? 0);
        }
        expect(parseHistory(commonKeysUrl, structuredClone(history))).toEqual(history);
        buildKeyHistoryExport([history], nowMs, (ms) => new Date(ms).toISOString());
      }),
      { numRuns: runs },
    );
  });
});

/** A key server's life: keys that come and go for good, and that some of its machines do not know for some hours. */
interface Server {
  readonly keys: readonly { readonly fromMs: number; readonly untilMs: number }[];
  readonly absences: readonly {
    readonly key: number;
    readonly fromMs: number;
    readonly ms: number;
  }[];
}

const lifeMs = 120 * day;
const serverOf = (longestAbsenceMs: number, mostAbsences = 20): fc.Arbitrary<Server> =>
  fc.record({
    keys: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: lifeMs }), fc.integer({ min: 10 * day, max: 72 * day }))
        .map(([fromMs, ms]) => ({ fromMs, untilMs: fromMs + ms })),
      { minLength: 1, maxLength: 4 },
    ),
    absences: fc.array(
      fc.record({
        key: fc.nat({ max: 3 }),
        fromMs: fc.integer({ min: 0, max: lifeMs }),
        ms: fc.integer({ min: 0, max: longestAbsenceMs }),
      }),
      { maxLength: mostAbsences },
    ),
  });

/** What the server lists at a time. Two absences that follow each other are one, and each is followed by some hours' presence. */
function listedAt({ keys, absences }: Server, atMs: number): PublishedKey[] {
  return keys.flatMap(({ fromMs, untilMs }, index) => {
    const own = absences
      .filter(({ key }) => key === index)
      .sort((one, other) => one.fromMs - other.fromMs)
      .filter((one, at, all) => all.slice(0, at).every((before) => one.fromMs > endOf(before)));
    const isAbsent = own.some((one) => atMs >= one.fromMs && atMs < one.fromMs + one.ms);
    return atMs >= fromMs && atMs < untilMs && !isAbsent ? [keyOf(`name-of-key-${index}`)] : [];
  });
}
const endOf = ({ fromMs, ms }: { fromMs: number; ms: number }) => fromMs + ms + 6 * hour;

function eventsOf(server: Server, times: readonly number[]): readonly KeyEvent[] {
  let history = emptyHistory(commonKeysUrl);
  return times.flatMap((atMs) => {
    const next = observeNow(history, documentOf(listedAt(server, atMs)), atMs);
    history = next.history;
    return next.events;
  });
}
const aboveNote = (events: readonly KeyEvent[]) =>
  events.filter(({ severity }) => severity !== 'note');

describe('a genuine server makes no event above a note', () => {
  test('asked each hour, however it forgets keys for two days', { timeout: timeoutMs }, () => {
    fc.assert(
      fc.property(serverOf(2 * day), fc.integer({ min: hour, max: 6 * hour }), (server, gap) => {
        const times = Array.from({ length: Math.floor(lifeMs / gap) }, (_, index) => index * gap);
        return aboveNote(eventsOf(server, times)).length === 0;
      }),
      { numRuns: Math.ceil(runs / 20), endOnFailure: true },
    );
  });

  test('asked by a browser that is off for any time in between', { timeout: timeoutMs }, () => {
    const habit = fc.array(
      fc.record({
        offMs: fc.integer({ min: 0, max: 40 * day }),
        answers: fc.integer({ min: 1, max: 60 }),
      }),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(serverOf(day / 2, 150), habit, (server, periods) => {
        let atMs = 0;
        const times = periods.flatMap(({ offMs, answers }) => {
          atMs += offMs;
          return Array.from({ length: answers }, () => (atMs += hour));
        });
        return aboveNote(eventsOf(server, times)).length === 0;
      }),
      { numRuns: Math.ceil(runs / 4), endOnFailure: true },
    );
  });

  test('whose answers reach a computer with any wrong clock', { timeout: timeoutMs }, () => {
    fc.assert(
      fc.property(
        serverOf(day),
        fc.array(fc.integer({ min: -3_000 * day, max: 3_000 * day }), {
          minLength: 1,
          maxLength: 3,
        }),
        (server, skews) => {
          const gap = 6 * hour;
          let history = emptyHistory(commonKeysUrl);
          const all: KeyEvent[] = [];
          for (let index = 0; index * gap < lifeMs; index++) {
            const skewMs = skews[Math.floor((index * gap * skews.length) / lifeMs)] ?? 0;
            const listed = documentOf(listedAt(server, index * gap));
            const next = observeNow(history, listed, index * gap + skewMs);
            history = next.history;
            all.push(...next.events);
          }
          return aboveNote(all).length === 0;
        },
      ),
      { numRuns: Math.ceil(runs / 20), endOnFailure: true },
    );
  });
});
