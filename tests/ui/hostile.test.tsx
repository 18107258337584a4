// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { Hostile, maxUnfoldedLength } from '../../src/ui/hostile.tsx';
import { maxShownLength } from '../../src/ui/visible-text.ts';

const show = (value: string): HTMLElement => {
  render(<Hostile value={value} />, document.body);
  return document.body;
};

beforeEach(() => render(null, document.body));

test('a value is text of its own direction', () => {
  const body = show('<b>\u202eevil');
  expect(body.querySelector('b')).toBeNull();
  expect(body.querySelector('bdi')?.textContent).toBe('<b>⟨U+202E⟩evil');
});

test('a long one is folded and opens whole', () => {
  expect(show('a'.repeat(maxShownLength)).querySelector('details')).toBeNull();
  const long = `${'a'.repeat(maxShownLength)}\u0000${'b'.repeat(maxShownLength)}`;
  const details = show(long).querySelector('details');
  expect(details?.open).toBe(false);
  expect(details?.querySelector(':scope > bdi')?.textContent).toBe(
    `${'a'.repeat(maxShownLength)}⟨U+0000⟩${'b'.repeat(maxShownLength)}`,
  );
});

test('one past every length is cut', () => {
  const whole = show('x'.repeat(maxUnfoldedLength + 1)).querySelector('details > bdi');
  expect(whole?.textContent?.length).toBe(maxUnfoldedLength);
});
