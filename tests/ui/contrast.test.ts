import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const theme = readFileSync('src/ui/theme.css', 'utf8');
const [light = '', dark = ''] = theme.split('@media (prefers-color-scheme: dark)');

/** Text and the ground on which it stands. */
const pairs = [
  ['text', 'surface'],
  ['text', 'surface-raised'],
  ['text-soft', 'surface'],
  ['text-soft', 'surface-raised'],
  ['link', 'surface'],
  ['verified-text', 'verified-surface'],
  ['attention-text', 'attention-surface'],
  ['danger-text', 'danger-surface'],
  ['undetermined-text', 'undetermined-surface'],
  ['button-text', 'button'],
  ['button-danger-text', 'button-danger'],
] as const;

function colorOf(css: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1];
  if (value === undefined) throw new Error(`the theme has no ${name}`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, css) => {
  test.each(pairs)('%s on %s can be read (WCAG 1.4.3: 4.5 to 1)', (text, ground) => {
    expect(contrast(colorOf(css, text), colorOf(css, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field can be seen (WCAG 1.4.11: 3 to 1)', () => {
    const edge = contrast(colorOf(css, 'line-strong'), colorOf(css, 'surface'));
    expect(edge).toBeGreaterThanOrEqual(3);
  });
});

test('the measure knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
});
