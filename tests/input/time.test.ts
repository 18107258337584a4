import { expect, test } from 'vitest';
import { parseTime } from '../../src/input/time.ts';

const noon = Date.parse('2024-07-17T12:00:00Z');

test.each([
  '2024-07-17T12:00:00Z',
  '2024-07-17T12:00:00.000Z',
  '2024-07-17T12:00:00,000000000Z',
  '2024-07-17T12:00:00',
  '2024-07-17T12:00',
  '2024-07-17T12',
  '2024-07-17 12:00:00 Z',
  '2024-07-17t12:00:00z',
  '2024-07-17T14:00:00+02:00',
  '2024-07-17T14:00:00+0200',
  '2024-07-17T14:00+02',
  '2024-07-17T07:00:00-05:00',
  '20240717T120000Z',
  '20240717T1200',
  ' 2024-07-17T12:00:00Z ',
])('%s is noon in UTC', (text) => {
  expect(parseTime(text)).toBe(noon);
});

test('a day is its beginning in UTC, and fractions count', () => {
  expect(parseTime('2024-07-17')).toBe(Date.parse('2024-07-17T00:00:00Z'));
  expect(parseTime('20240717')).toBe(Date.parse('2024-07-17T00:00:00Z'));
  expect(parseTime('2024-07-17T12:00:00.1239Z')).toBe(noon + 123);
});

test.each([
  '',
  '2024',
  '2024-07',
  'yesterday',
  '2024-13-01',
  '2024-07-17T25:00:00Z',
  '2024-07-17T12:61:00Z',
  '17.07.2024',
  '2024-0717',
  '1721217600',
  '2024-07-17T12:00:00Z and more',
])('%j is no time', (text) => {
  expect(parseTime(text)).toBeNull();
});
