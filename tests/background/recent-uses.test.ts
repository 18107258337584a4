import { describe, expect, test } from 'vitest';
import { createRecentUses, maxRecentUses } from '../../src/background/recent-uses.ts';
import type { TokenUse } from '../../src/core/index.ts';

const use = (changes: Partial<TokenUse> = {}): TokenUse => ({
  fingerprint: 'a',
  source: 'request-header',
  host: 'outlook.office.com',
  tabIds: [1],
  atMs: 1_000,
  isLeftBehind: false,
  ...changes,
});

function setUp() {
  const noted: (readonly [string, TokenUse])[] = [];
  return { noted, recent: createRecentUses((id, one) => noted.push([id, one])) };
}

describe('recent uses', () => {
  test('of several in one place the last one is noted, once', () => {
    const { noted, recent } = setUp();
    for (const atMs of [1_000, 3_000, 2_000]) recent.note('s', use({ atMs }));
    expect(noted).toEqual([]);
    recent.flush();
    recent.flush();
    expect(noted).toEqual([['s', use({ atMs: 3_000 })]]);
  });

  test.each<readonly [string, Partial<TokenUse>]>([
    ['another tab', { tabIds: [2] }],
    ['one more tab', { tabIds: [1, 2] }],
    ['no tab', { tabIds: [] }],
    ['another source', { source: 'cookie' }],
    ['another host', { host: 'graph.microsoft.com' }],
    ['left behind', { isLeftBehind: true }],
  ])('%s is another place, and both are noted in their order', (_name, changes) => {
    const { noted, recent } = setUp();
    recent.note('s', use());
    recent.note('s', use(changes));
    recent.flush();
    expect(noted).toEqual([
      ['s', use()],
      ['s', use(changes)],
    ]);
  });

  test('a token that moved to another session is noted in both', () => {
    const { noted, recent } = setUp();
    recent.note('s', use());
    recent.note('t', use());
    recent.flush();
    expect(noted.map(([id]) => id)).toEqual(['s', 't']);
  });

  test('no more wait than the bound', () => {
    const { noted, recent } = setUp();
    for (let index = 0; index < maxRecentUses; index++)
      recent.note('s', use({ fingerprint: `${index}` }));
    expect(noted).toHaveLength(0);
    recent.note('s', use({ fingerprint: 'one more' }));
    expect(noted).toHaveLength(maxRecentUses);
  });
});
