import { describe, expect, test } from 'vitest';
import { createFileMemory, maxTokensOfFile } from '../../src/input/file-memory.ts';
import { nowMs, seenOf } from '../support/history.ts';

describe('the memory of one file', () => {
  test('is one for all webmails and times', () => {
    const memory = createFileMemory();
    memory.remember('open/outlook-work', seenOf({ fingerprint: 'a', seenAtMs: 0 }));
    memory.remember('open/', seenOf({ fingerprint: 'b', seenAtMs: nowMs }));
    const names = memory
      .recall('private/gmail')
      .tokens()
      .map(({ fingerprint }) => fingerprint);
    expect(names).toEqual(['a', 'b']);
  });

  test('holds so many tokens and not one more', () => {
    const memory = createFileMemory();
    for (let at = 0; at <= maxTokensOfFile; at++) {
      memory.remember('', seenOf({ fingerprint: `t${at}` }));
    }
    const tokens = memory.recall('').tokens();
    expect(tokens).toHaveLength(maxTokensOfFile);
    expect(tokens[0]?.fingerprint).toBe('t1');
  });
});
