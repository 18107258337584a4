import { expect, test } from 'vitest';
import { formatDuration, formatTime } from '../../src/ui/format.ts';

test.each([
  [0, '0 seconds'],
  [119, '119 seconds'],
  [120, '2 minutes'],
  [5400, '90 minutes'],
  [7200, '2 hours'],
  [172_800, '2 days'],
  [-7200, '-2 hours'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds, 'en')).toBe(text);
});

test('a time is written in the language; a number that is no time stays a number', () => {
  expect(formatTime(1_795_521_600, 'en')).toContain('2026');
  expect(formatTime(1e300, 'en')).toBe('1e+300');
});
