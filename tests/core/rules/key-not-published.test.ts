import { describe, expect, test } from 'vitest';

import type { KeyFacts } from '../../../src/core/facts.ts';
import { keyNotPublished } from '../../../src/core/rules/key-not-published.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const answer = (key: KeyFacts) => answerOf(keyNotPublished, factsOf({ key }));

describe('passes', () => {
  test('a published key', () => {
    expect(answerOf(keyNotPublished, factsOf())).toBe('pass');
  });
});

describe('fails', () => {
  test('absent from every document that was just read: unusual, but rotation can look the same', () => {
    expect(answer({ kind: 'not-published', urls: ['https://keys'] })).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('offline and other troubles are no absence', () => {
    expect(answer({ kind: 'unavailable', problem: 'offline' })).toBe(
      'unknown:key-server-unreachable',
    );
    expect(answer({ kind: 'unavailable', problem: 'cooling-down' })).toBe(
      'unknown:key-list-outdated',
    );
  });
});

describe('hostile', () => {
  test('a key id of any length or kind stays bounded in the evidence', () => {
    const facts = factsOf({
      header: { kid: '../../etc/passwd'.repeat(2000) },
      key: { kind: 'not-published', urls: ['https://keys'] },
    });
    expect(JSON.stringify(runRules(facts, [keyNotPublished])).length).toBeLessThan(3000);
  });
});
