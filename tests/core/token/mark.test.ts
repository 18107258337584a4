import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markText } from '../../../src/core/token/mark.ts';

const bufferBytes = 65_536;

describe('the mark of a text', () => {
  test('is the same for the same text, whatever was marked between', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const mark = markText(text);
        markText(other);
        return markText(text) === mark && Number.isSafeInteger(mark) && mark >= 0;
      }),
    );
  });

  test('differs where one letter does, wherever it stands', () => {
    const text = 'abcdefghijklmnop'.repeat(80);
    const marks = new Set(
      Array.from({ length: text.length }, (_, at) =>
        markText(`${text.slice(0, at)}X${text.slice(at + 1)}`),
      ),
    );
    expect(marks.size).toBe(text.length);
  });

  test('differs for every one of many texts', () => {
    const count = 200_000;
    const marks = new Set(Array.from({ length: count }, (_, at) => markText(`eyJ1dGkiOi${at}`)));
    expect(marks.size).toBe(count);
  });

  test('differs for texts of other length that end in nothing', () => {
    const marks = new Set(Array.from({ length: 64 }, (_, at) => markText('\0'.repeat(at))));
    expect(marks.size).toBe(64);
  });

  test('takes the beginning and the length of a text without end', () => {
    const long = 'x'.repeat(bufferBytes);
    expect(markText(`${long}a`)).not.toBe(markText(long));
    expect(markText(`${long}a`)).toBe(markText(`${long}b`));
    expect(markText(`${long.slice(1)}a`)).not.toBe(markText(`${long.slice(1)}b`));
  });
});
