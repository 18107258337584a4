import { describe, expect, test } from 'vitest';
import { readKeyFiles } from '../../../../src/cli/key-files.ts';
import {
  emptyHistory,
  leastNameLength,
  maxEarlier,
  maxHistoryText,
  maxKnownKeys,
  observeDocument,
  type PublishedKey,
} from '../../../../src/core/index.ts';
import { rememberedMs } from '../../../../src/core/keys/history/history.ts';
import { confirmDocument } from '../../../../src/core/keys/history/observe.ts';
import {
  denseGapMs,
  leastUnevennessMs,
  maxGapMs,
  mostUnevennessMs,
  retiredAfterAnswers,
  retiredSince,
  retirementMargin,
  unevennessOf,
} from '../../../../src/core/keys/history/retirement.ts';
import { replayAnswers, sortDated } from '../../../../src/input/keys/replay.ts';
import { corpusAbsent, corpusPath } from '../../../support/corpus.ts';
import {
  type Answer,
  documentOf,
  hour,
  keyOf,
  repeat,
  replay,
  words,
} from '../../../support/histories.ts';
import { commonKeysUrl } from '../../../support/keys.ts';
import { consumerOwner } from '../../../support/tokens.ts';

const a = keyOf('a');
const b = keyOf('b');
/** The same key a second time, as a place in the list. */
const placed = ({ thumbprint }: PublishedKey) => keyOf('0', { thumbprint });
const wordsOf = (...answers: readonly Answer[]) => words(replay(...answers).events);
const knownAfter = (...answers: readonly Answer[]) => replay(...answers).history.keys;

describe('what happened to keys', () => {
  test('the first answer makes no events', () => {
    expect(wordsOf([0, [a, b]])).toEqual([]);
  });

  test('keys come, go and come back: notes', () => {
    expect(wordsOf([0, [a]], [hour, [a, b]], [hour, [b]], [hour, [a, b]])).toEqual([
      'appeared note b',
      'vanished note a',
      'came-back note a',
    ]);
  });

  test('the same id with other material is danger, also after an absence', () => {
    const swapped = keyOf('a', { thumbprint: 'another' });
    expect(wordsOf([0, [a]], [hour, [swapped]])).toEqual(['swapped danger a']);
    expect(wordsOf([0, [a]], [hour, []], [hour, [swapped]]).at(-1)).toBe('swapped danger a');
  });

  test('a second entry under a known id is an exchange, in whichever order, told once', () => {
    const second = keyOf('a', { thumbprint: 'another' });
    for (const both of [
      [a, second],
      [second, a],
    ]) {
      expect(wordsOf([0, [a]], [hour, both], [hour, both])).toEqual(['swapped danger a']);
    }
    expect(wordsOf([0, [a]], [hour, [a, a]])).toEqual([]);
  });

  test('another owner is danger; an owner that was not stated before is a note', () => {
    const given = keyOf('a', { owner: consumerOwner });
    const silent = keyOf('a', { owner: null });
    expect(wordsOf([0, [a]], [hour, [given]])).toEqual(['owner-changed danger a']);
    expect(wordsOf([0, [silent]], [hour, [a]])).toEqual(['owner-changed note a']);
  });

  test('an owner that is left out in between is not forgotten', () => {
    const given = keyOf('a', { owner: consumerOwner });
    const silent = keyOf('a', { owner: null });
    expect(wordsOf([0, [a]], [hour, [silent]], [hour, [given]])).toEqual([
      'owner-changed danger a',
    ]);
    expect(wordsOf([0, [a]], [hour, [silent]], [hour, [a]])).toEqual([]);
  });

  test('the material of another owner under a new id is danger', () => {
    const renamed = keyOf('c', { thumbprint: a.thumbprint, owner: consumerOwner });
    expect(wordsOf([0, [a]], [hour, [a, renamed]])).toEqual([
      'appeared note c',
      'owner-changed danger c',
    ]);
    const alias = keyOf('c', { thumbprint: a.thumbprint });
    expect(wordsOf([0, [a]], [hour, [a, alias]])).toEqual(['appeared note c']);
  });

  test('a place in the list that stands for the next key is no exchange', () => {
    const one = keyOf('name-of-one');
    const two = keyOf('name-of-two');
    expect(wordsOf([0, [one, placed(one)]], [hour, [one, two, placed(two)]])).toEqual([
      'appeared note name-of-two',
    ]);
    expect(wordsOf([0, [one, placed(one)]], [hour, [two, placed(two)]])).toEqual([
      'appeared note name-of-two',
      'vanished note name-of-one',
    ]);
  });

  test('only when both keys have names, and the id is none itself', () => {
    const one = keyOf('name-of-one');
    const two = keyOf('name-of-two');
    expect(wordsOf([0, [one, placed(one)]], [hour, [one, placed(two)]])).toEqual([
      'swapped danger 0',
    ]);
    expect(wordsOf([0, [placed(one)]], [hour, [two, placed(two)]])).toContain('swapped danger 0');
    const long = (key: PublishedKey) =>
      keyOf('a'.repeat(leastNameLength), { thumbprint: key.thumbprint });
    expect(wordsOf([0, [one, long(one)]], [hour, [one, two, long(two)]])).toContain(
      `swapped danger ${'a'.repeat(leastNameLength)}`,
    );
  });

  test('an answer older than the newest changes nothing', () => {
    expect(wordsOf([hour, [a]], [-1, [b]])).toEqual([]);
  });
});

describe('retirement', () => {
  const day = 24 * hour;
  const longMs = retirementMargin * leastUnevennessMs;
  const since = (...answers: readonly Answer[]) => {
    const { history } = replay(...answers);
    const known = history.keys.get('a');
    return known === undefined ? undefined : retiredSince(history, known);
  };

  test('comes after a multiple of what the server makes anyway, just past it and not at it', () => {
    const missing = (countedMs: number) =>
      since([0, [a, b]], [hour, [b]], [countedMs % day, [b]], ...repeat(countedMs / day, day, [b]));
    expect(missing(longMs)).toBeNull();
    expect(missing(longMs + 1)).toBe(hour + leastUnevennessMs);
  });

  test('a key that comes back after it is worth attention, and stays known for that', () => {
    const back = (countedMs: number) =>
      replay(
        [0, [a, b]],
        [hour, [b]],
        [countedMs % day, [b]],
        ...repeat(countedMs / day - 1, day, [b]),
        [day, [a, b]],
      );
    expect(words(back(longMs).events).at(-1)).toBe('came-back note a');
    const late = back(longMs + 1);
    expect(words(late.events).at(-1)).toBe('returned-late attention a');
    expect(late.history.keys.get('a')?.returned).toEqual({
      atMs: hour + longMs + 1,
      retiredSinceMs: hour + leastUnevennessMs,
    });
  });

  test('needs a number of answers', () => {
    const by = (answers: number) => since([0, [a, b]], ...repeat(answers, 100 * day, [b]));
    expect(by(retiredAfterAnswers - 1)).toBeNull();
    expect(by(retiredAfterAnswers + 1)).not.toBeNull();
  });

  test('time in which nobody looked counts little: a browser that was off for weeks retires no key', () => {
    const off = 100 * day;
    expect(since([0, [a, b]], [off, [b]], [hour, [b]], [hour, [b]], [hour, [b]])).toBeNull();
    expect(since([0, [a, b]], [hour, [b]], [off, [b]], [hour, [b]], [hour, [b]])).toBeNull();
    expect(since([0, [a, b]], [hour, [b]], [off, [b]], [maxGapMs, [b]])).toBeNull();
    expect(since([0, [a, b]], [hour, [b]], [off, [b]], [maxGapMs, [b]], [1, [b]])).not.toBeNull();
  });

  test('takes longer where a server was seen to be more uneven, up to an end', () => {
    const absences = (days: number) =>
      replay([0, [a, b]], [hour, [b]], ...repeat(days - 1, day, [b]), [day, [a, b]]).history;
    expect(unevennessOf(absences(1))).toBe(leastUnevennessMs);
    expect(unevennessOf(absences(3))).toBe(3 * day);
    expect(unevennessOf(absences(30))).toBe(mostUnevennessMs);
  });

  test('an answer that nothing has changed counts like any other', () => {
    let { history } = replay([0, [a, b]], [hour, [b]]);
    for (let n = 1; n <= 5; n++) history = confirmDocument(history, hour + n * day);
    const known = history.keys.get('a');
    expect(known && retiredSince(history, known)).toBe(hour + leastUnevennessMs);
    expect(history.keys.get('b')).toMatchObject({ lastSeenMs: hour + 5 * day, absence: null });
    expect(history.answers).toBe(7);
  });
});

describe('how well it was looked', () => {
  test('a longer gap between answers begins anew', () => {
    const since = (gapMs: number) =>
      replay([hour, [a]], [hour, [a]], [gapMs, [a]]).history.denseSinceMs;
    expect(since(denseGapMs)).toBe(hour);
    expect(since(denseGapMs + 1)).toBe(2 * hour + denseGapMs + 1);
  });
});

describe('bounds', () => {
  test('keys', () => {
    const many = Array.from({ length: maxKnownKeys + 1 }, (_value, index) => keyOf(`k${index}`));
    const { history } = observeDocument(emptyHistory(commonKeysUrl), documentOf(many), 0);
    expect(history.keys.size).toBe(maxKnownKeys);
  });

  test('earlier identities, and how long they are told', () => {
    const changing = Array.from(
      { length: maxEarlier + 2 },
      (_value, index) => [hour, [keyOf('a', { thumbprint: `t${index}` })]] as const,
    );
    expect(knownAfter(...changing).get('a')?.earlier).toHaveLength(maxEarlier);
    const swapped = keyOf('a', { thumbprint: 'another' });
    const later = (ms: number) =>
      knownAfter([0, [a]], [hour, [swapped]], [ms, [swapped]]).get('a')?.earlier.length;
    expect(later(rememberedMs - 1)).toBe(1);
    expect(later(rememberedMs)).toBe(0);
  });

  test('texts: a longer id is known by its thumbprint, a longer owner is not kept', () => {
    const long = 'x'.repeat(maxHistoryText);
    const ids = [...knownAfter([0, [keyOf(long), keyOf(`${long}x`)]]).keys()];
    expect(ids).toEqual([long, `thumbprint of ${long}x`]);
    const ownerOf = (owner: string) => knownAfter([0, [keyOf('a', { owner })]]).get('a')?.owner;
    expect(ownerOf(long)).toBe(long);
    expect(ownerOf(`${long}x`)).toBeNull();
  });
});

describe.skipIf(corpusPath === null)(`recorded key documents (skipped: ${corpusAbsent})`, () => {
  test('replayed in time order, make not one event above a note', async () => {
    const recorded = await readKeyFiles(`${corpusPath ?? ''}/key-documents`, () => {});
    const dated = sortDated(recorded);
    expect(dated.length).toBeGreaterThan(80);
    const { events, histories } = replayAnswers(dated);
    expect(histories.size).toBeGreaterThan(5);
    expect(events.length).toBeGreaterThan(100);
    expect(events.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
