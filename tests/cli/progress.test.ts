import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

function tell(isTTY: boolean, isAskedFor: boolean): string {
  const written: string[] = [];
  let now = 0;
  const stderr = { isTTY, write: (text: string) => written.push(text) };
  const progress = createProgress({ stderr, nowMs: () => now }, isAskedFor);
  progress.setAllBytes(3_000_000);
  for (let step = 0; step < 3; step++) {
    now += 1_500;
    progress.addBytes(1_000_000);
  }
  progress.setAllBytes(null);
  now += 1_500;
  progress.addBytes(500_000);
  progress.judged(1, 2);
  now += 5_000;
  progress.judged(2, 2);
  progress.judged(3, null);
  progress.end();
  progress.end();
  return written.join('');
}

describe('progress', () => {
  test('is told in place at a terminal, and ends its line once', () => {
    const lines = tell(true, false).split('\r');
    expect(lines.map((line) => line.trim())).toEqual([
      '',
      'read 1.0 of 3.0 MB',
      'read 2.0 of 3.0 MB',
      'read 3.0 of 3.0 MB',
      'read 3.5 MB',
      'judged 2 of 2',
    ]);
    expect(lines.at(-1)?.endsWith('\n')).toBe(true);
  });

  test('is told on lines of its own in a log, less often', () => {
    expect(tell(false, true)).toBe('read 2.0 of 3.0 MB\nread 3.5 MB\njudged 2 of 2\n');
  });

  test('is not told to programs that did not ask', () => {
    expect(tell(false, false)).toBe('');
  });
});
