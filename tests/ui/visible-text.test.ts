import { describe, expect, test } from 'vitest';
import { makeVisible, maxShownLength } from '../../src/ui/visible-text.ts';

describe('hostile text', () => {
  test.each([
    ['ada@contoso.example', 'ada@contoso.example'],
    ['Zoë 李 ñ', 'Zoë 李 ñ'],
    ['a\u202eb', 'a⟨U+202E⟩b'],
    ['a\u200bb', 'a⟨U+200B⟩b'],
    ['a\u0000b\n', 'a⟨U+0000⟩b⟨U+000A⟩'],
    ['\u3164', '⟨U+3164⟩'],
  ])('%j reads %j', (hostile, shown) => {
    expect(makeVisible(hostile)).toBe(shown);
  });

  test('is cut past its bound, not at it', () => {
    expect(makeVisible('x'.repeat(maxShownLength))).toHaveLength(maxShownLength);
    expect(makeVisible('x'.repeat(maxShownLength + 1))).toBe(`${'x'.repeat(maxShownLength)}…`);
  });
});
