import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { leaveOutWords } from '../../tools/leave-out-words.ts';
import { sources } from '../architecture/source-files.ts';

const left = (path: string) =>
  leaveOutWords.transform(readFileSync(path, 'utf8'), `/x/${path}`) ?? '';

describe('what is packed', () => {
  test('has no words that the message files have', () => {
    const rule = left('src/core/rules/key-foreign.ts');
    for (const name of ['checks', 'title', 'explanation', 'remedy']) {
      expect(rule).toMatch(new RegExp(`\\b${name}:\\s*''`));
    }
    expect(rule).toContain("id: 'key-foreign'");
    expect(rule).not.toContain('mailboxes of governments');
  });

  test('has no sources of facts, which are for documents', () => {
    expect(left('src/core/providers/gmail.ts')).toMatch(/citations: \[\]/);
    expect(left('src/core/providers/gmail.ts')).toContain('mail.google.com');
  });

  test('is still a program', () => {
    const cut = sources.filter(({ path }) => left(path) !== '');
    expect(cut.length).toBeGreaterThan(80);
    for (const { path } of cut) expect(parseSync(path, left(path)).errors, path).toEqual([]);
  });

  test('lacks nothing else', () => {
    for (const path of ['src/core/inspect.ts', 'src/popup/popup.tsx', 'src/cli/table.ts']) {
      expect(left(path)).toBe('');
    }
  });

  test('lacks nothing that the extension reads', () => {
    const reads = sources.filter(
      ({ path, text }) =>
        !/^src\/(?:cli|core)\//.test(path) &&
        /\.(?:citations|explanation|remedy|checks)\b/.test(text),
    );
    expect(reads.map(({ path }) => path)).toEqual([]);
  });
});
