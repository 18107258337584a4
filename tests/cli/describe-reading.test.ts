import { describe, expect, test } from 'vitest';
import { describeClockError, describeTally } from '../../src/cli/describe-reading.ts';
import { createTally } from '../../src/input/tally.ts';

describe('what a reading tells', () => {
  test('is a sentence about each kind of what was left out, with its number', () => {
    const tally = createTally();
    for (let count = 0; count < 3; count++) tally.leaveOut('refresh-token');
    tally.leaveOut('broken-file');
    expect(describeTally(tally)).toEqual([
      '3 refresh tokens were left out: only their issuer knows them',
      'the file is not complete JSON: only what stood before the break was read',
    ]);
    expect(describeTally(createTally())).toEqual([]);
  });

  test('says which way the clock of the recording computer was wrong', () => {
    expect(describeClockError(20 * 60_000 + 1000)).toBe(
      'the clock of the recording computer was 20 minutes slow: times are corrected',
    );
    expect(describeClockError(-3_600_000)).toContain('60 minutes fast');
  });
});
