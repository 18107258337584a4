import { expect, test } from 'vitest';
import { makeVisible } from '../../src/cli/visible-text.ts';
import { stringifyLine } from '../../src/input/stringify-line.ts';

const hostile = 'a\u001b[2Kb\u009b31mc\u202ed\u2066e\ufefff\u2028g\ud800h\u{e0001}i\r\n\u3164';

test('what a terminal obeys or nobody sees becomes code points', () => {
  expect(makeVisible(hostile)).toBe(
    'a<U+001B>[2Kb<U+009B>31mc<U+202E>d<U+2066>e<U+FEFF>f<U+2028>g<U+D800>h<U+E0001>i<U+000D><U+000A><U+3164>',
  );
  expect(makeVisible('Zoë Müller 日本語 😀')).toBe('Zoë Müller 日本語 😀');
});

test('a line of JSON has none of it, and the same value', () => {
  const line = stringifyLine({ value: hostile, name: 'Zoë 😀' });
  expect(line).toMatch(/^[^\p{Cc}\p{Cf}\u2028]*$/u);
  expect(JSON.parse(line)).toEqual({ value: hostile, name: 'Zoë 😀' });
  expect(line).toContain('Zoë 😀');
});
