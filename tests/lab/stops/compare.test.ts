import { describe, expect, test } from 'vitest';
import { compareFindings } from './compare.ts';
import type { Finding } from './findings.ts';

const good: Finding = { fingerprint: 'good', verdict: 'verified', failing: [] };
const bad: Finding = { fingerprint: 'bad', verdict: 'danger', failing: ['key-foreign'] };
const expected = {
  used: new Map([
    ['good', 'verified'],
    ['bad', 'danger'],
    ['late', 'verified'],
  ] as const),
  owed: ['good', 'bad'],
};
const all = [good, bad];

describe('what is known after the last stop', () => {
  test('everything that is owed, once and rightly', () => {
    expect(compareFindings({ sessions: all, history: all }, expected)).toEqual([]);
  });

  test('what may be lost may also be there', () => {
    const more = [...all, { ...good, fingerprint: 'late' }];
    expect(compareFindings({ sessions: more, history: more }, expected)).toEqual([]);
  });

  test.each<readonly [string, readonly Finding[], RegExp]>([
    ['a lost token', [good], /1 of 2 tokens that must be there are lost/],
    ['the same finding twice', [...all, bad], /1 tokens stand there more than once/],
    [
      'another verdict before the right one',
      [...all, { ...good, verdict: 'undetermined' }],
      /more than once.*undetermined instead of verified/s,
    ],
    ['a genuine token called forged', [{ ...good, verdict: 'danger' }, bad], /danger instead of/],
    ['a forged token called genuine', [good, { ...bad, verdict: 'verified' }], /verified instead/],
    ['a finding about a genuine token', [{ ...good, failing: ['key-new'] }, bad], /key-new/],
    ['a danger for another reason', [good, { ...bad, failing: ['alg-none'] }], /alg-none/],
    ['a token of nobody', [...all, { ...good, fingerprint: 'other' }], /1 tokens .* nobody used/],
  ])('%s is told, in the sessions and in the history', (_, found, sentence) => {
    for (const one of [
      { sessions: found, history: all },
      { sessions: all, history: found },
    ]) {
      expect(compareFindings(one, expected).join('\n')).toMatch(sentence);
    }
  });
});
