import { describe, expect, test } from 'vitest';
import { rowOf, shownValue } from '../../src/ui/evidence-row.ts';

describe('a piece of evidence', () => {
  test.each([
    'first-seen',
    'last-seen',
    'retired-since',
    'denied-since',
    'issued-at',
    'expires-at',
  ] as const)('that is a time is shown as one: %s', (name) => {
    const { value, isExact } = rowOf({ name, value: '1795521600' }, 'en');
    expect(value).toMatch(/^Nov 2\d, 2026/);
    expect(isExact).toBe(false);
  });

  test('that is a text to compare is shown exactly', () => {
    expect(rowOf({ name: 'key-id', value: 'a' }, 'en')).toEqual({
      label: 'evidence_key_id',
      value: 'a',
      isExact: true,
      isFormatted: false,
    });
  });

  test('shows what is invisible in it, but not in a time that is written from right to left', () => {
    expect(shownValue(rowOf({ name: 'key-id', value: 'a\u200fb' }, 'ar'))).toBe('a⟨U+200F⟩b');
    const time = rowOf({ name: 'issued-at', value: '1795521600' }, 'ar');
    expect(time.value).toMatch(/\p{Cf}/u);
    expect(shownValue(time)).toBe(time.value);
  });
});
