import { describe, expect, test } from 'vitest';
import { keyNew, newForMs } from '../../../src/core/rules/key-new.ts';
import { answerOf, factsOf, keyLife, selectedKey } from '../../support/facts.ts';
import { issuedAt } from '../../support/tokens.ts';

const nowSeconds = issuedAt + 60;
const nowMs = nowSeconds * 1000;
const answer = (life: Partial<typeof keyLife> | null) =>
  answerOf(
    keyNew,
    factsOf({ nowSeconds, key: selectedKey({ life: life && { ...keyLife, ...life } }) }),
  );

describe('passes', () => {
  test('a key that has been listed for a month', () => {
    expect(answer({})).toBe('pass');
  });
  test('one that has been listed for a day, however short the history is', () => {
    expect(answer({ firstSeenMs: nowMs - newForMs, denseSinceMs: nowMs - newForMs })).toBe('pass');
  });
});

describe('fails', () => {
  test('one that was not there less than a day ago is noted', () => {
    expect(answer({ firstSeenMs: nowMs - newForMs + 1 })).toBe('fail:note');
  });
});

describe('unknown', () => {
  test('where nobody had watched for long enough to have seen it before', () => {
    const firstSeenMs = nowMs - 1000;
    const denseSinceMs = firstSeenMs - keyLife.unevennessMs;
    expect(answer({ firstSeenMs, denseSinceMs })).toBe('fail:note');
    expect(answer({ firstSeenMs, denseSinceMs: denseSinceMs + 1 })).toBe('not-applicable');
  });
  test('without a history', () => {
    expect(answer(null)).toBe('not-applicable');
  });
  test('without a key', () => {
    expect(answerOf(keyNew, factsOf({ key: { kind: 'not-findable' } }))).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('a clock before the key’s first day makes no more than a note', () => {
    expect(answer({ firstSeenMs: nowMs + 1e12 })).toBe('fail:note');
  });
});
