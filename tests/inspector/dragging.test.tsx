// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { daysAgo, exportedKey, exportOf, sharedUrl } from '../support/pictures.ts';

vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  return { default: polyfill.default };
});
const { buildPicture } = await import('../../src/inspector/keys/build-picture.ts');
const { Timeline } = await import('../../src/inspector/keys/timeline.tsx');
const { dragFrom } = await import('../../src/inspector/keys/use-drag.ts');

const keys = [exportedKey('a', { first_seen: daysAgo(300) }), exportedKey('b')];
const picture = buildPicture(exportOf({ [sharedUrl]: keys }), []);

/** Seen from close by, so that there is somewhere to go on both sides. */
async function show(): Promise<void> {
  await act(() => render(<Timeline picture={picture} whole={picture} />, document.body));
  const closer = document.querySelectorAll<HTMLElement>('.tool')[1];
  for (let times = 0; times < 4; times++) await act(() => closer?.click());
}

const span = () => {
  const { from, to } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {};
  return [Number(from), Number(to)] as const;
};

describe('the picture of keys is dragged', () => {
  const pointer = (type: string, clientX: number, more: object = {}) =>
    act(() => {
      const event = new PointerEvent(type, {
        bubbles: true,
        isPrimary: true,
        pointerId: 7,
        clientX,
        ...more,
      });
      document.querySelector('.key-plot')?.dispatchEvent(event);
    });
  const isOpen = () =>
    document.querySelector('[data-key]')?.getAttribute('aria-expanded') === 'true';
  beforeEach(async () => {
    await show();
    HTMLElement.prototype.setPointerCapture = () => {};
  });

  test.each(['mouse', 'touch', 'pen'])(
    'by %s, as far as it goes, and stays there',
    async (pointerType) => {
      const [from, to] = span();
      await pointer('pointerdown', 300, { pointerType });
      await pointer('pointermove', 332, { pointerType });
      await pointer('pointermove', 364, { pointerType });
      await pointer('pointerup', 364, { pointerType });
      const moved = span();
      // A tenth of the plot's 640 pixels, to earlier times.
      expect((from - moved[0]) / (to - from)).toBeCloseTo(0.1, 5);
      expect(moved[1] - moved[0]).toBeCloseTo(to - from, 0);
      await pointer('pointermove', 500, { pointerType });
      expect(span()).toEqual(moved);
    },
  );

  test('twice before it is drawn once, without losing the way between', async () => {
    const [from, to] = span();
    await pointer('pointerdown', 300);
    const plot = document.querySelector('.key-plot');
    await act(() => {
      for (const clientX of [332, 364]) {
        plot?.dispatchEvent(
          new PointerEvent('pointermove', { bubbles: true, pointerId: 7, clientX }),
        );
      }
    });
    expect((from - span()[0]) / (to - from)).toBeCloseTo(0.1, 5);
  });

  test('without opening the key under it; a click opens it, though the hand trembles', async () => {
    await pointer('pointerdown', 300);
    await pointer('pointermove', 364);
    await pointer('pointerup', 364);
    await act(() => document.querySelector<HTMLElement>('.key-plot')?.click());
    expect(isOpen()).toBe(false);
    const before = span();
    await pointer('pointerdown', 300);
    await pointer('pointermove', 300 + dragFrom - 1);
    await pointer('pointerup', 300 + dragFrom - 1);
    await act(() => document.querySelector<HTMLElement>('.key-plot')?.click());
    expect(isOpen()).toBe(true);
    expect(span()).toEqual(before);
  });

  test('by one finger and the first button alone, until the browser takes it away', async () => {
    const before = span();
    for (const more of [{ isPrimary: false }, { button: 2 }]) {
      await pointer('pointerdown', 300, more);
      await pointer('pointermove', 364);
      expect(span()).toEqual(before);
    }
    await pointer('pointerdown', 300);
    await pointer('pointermove', 364, { pointerId: 8 });
    expect(span()).toEqual(before);
    await pointer('pointercancel', 300);
    await pointer('pointermove', 364);
    expect(span()).toEqual(before);
  });

  test('not at the names and buttons beside it', async () => {
    const before = span();
    for (const selector of ['[data-key]', '.tool']) {
      const place = document.querySelector(selector);
      for (const [type, clientX] of [
        ['pointerdown', 300],
        ['pointermove', 364],
      ] as const) {
        await act(() => {
          place?.dispatchEvent(
            new PointerEvent(type, { bubbles: true, isPrimary: true, pointerId: 7, clientX }),
          );
        });
      }
    }
    expect(span()).toEqual(before);
  });

  test('the other way where lines are read from right to left', async () => {
    await act(() => render(null, document.body));
    document.documentElement.dir = 'rtl';
    document.body.style.direction = 'rtl';
    await show();
    const [from] = span();
    await pointer('pointerdown', 300);
    await pointer('pointermove', 236);
    document.documentElement.dir = '';
    document.body.style.direction = '';
    expect(span()[0]).toBeLessThan(from);
  });
});
