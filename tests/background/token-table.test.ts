import { describe, expect, test } from 'vitest';
import {
  createTokenTable,
  maxSeen,
  maxSeenCharacters,
  maxUsesOfToken,
} from '../../src/background/token-table.ts';
import { sightingOf } from '../support/inspections.ts';

const at = (credential: string, host = 'outlook.office.com') => sightingOf({ credential, host });

describe('token table', () => {
  test('tells uses of one token apart', () => {
    const table = createTokenTable<string>();
    table.set(at('a'), 'first');
    table.set(at('a', 'graph.microsoft.com'), 'second');
    expect(table.get(at('a'))).toBe('first');
    expect(table.get(at('a', 'graph.microsoft.com'))).toBe('second');
    expect(table.get(at('b'))).toBeUndefined();
    expect(table.values()).toEqual(['first', 'second']);
    table.delete(at('a'));
    expect(table.values()).toEqual(['second']);
    table.clear();
    expect(table.values()).toEqual([]);
  });

  test('a value that is set again is the newest', () => {
    const table = createTokenTable<number>();
    for (let index = 0; index < maxSeen; index++) table.set(at(`t${index}`), index);
    table.set(at('t0'), -1);
    table.set(at('new'), -2);
    expect(table.get(at('t0'))).toBe(-1);
    expect(table.get(at('t1'))).toBeUndefined();
    expect(table.get(at('t2'))).toBe(2);
  });

  test('a value that is updated is no newer, and nothing is added by it', () => {
    const table = createTokenTable<string>();
    table.set(at('a'), 'old');
    table.set(at('b'), 'b');
    table.update(at('a'), 'new');
    table.update(at('c'), 'none');
    table.update(at('a', 'graph.microsoft.com'), 'none');
    expect(table.values()).toEqual(['new', 'b']);
  });

  test('one token with ever other uses pushes out its own uses alone', () => {
    const table = createTokenTable<number>();
    table.set(at('mine'), 0);
    for (let index = 0; index <= maxSeen; index++) table.set(at('a', `h${index}.example`), index);
    expect(table.values()).toHaveLength(1 + maxUsesOfToken);
    expect(table.get(at('mine'))).toBe(0);
    expect(table.get(at('a', `h${maxSeen}.example`))).toBe(maxSeen);
    expect(table.get(at('a', `h${maxSeen - maxUsesOfToken}.example`))).toBeUndefined();
  });

  test('characters are counted with their uses, and given back', () => {
    const table = createTokenTable<number>();
    const long = 'x'.repeat(maxSeenCharacters / 4 - 100);
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 4; index++) table.set(at(`${index}${long}`), index);
      expect(table.values()).toHaveLength(4);
      for (let index = 0; index < 4; index++) table.delete(at(`${index}${long}`));
    }
    table.set(at('x'.repeat(maxSeenCharacters)), 9);
    expect(table.values()).toEqual([]);
  });
});
