// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeyHistoryExport } from '../../src/core/index.ts';
import { daysAgo, exportedKey, exportOf, pictureNowMs, sharedUrl } from '../support/pictures.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');
const { maxDrawn } = await import('../../src/inspector/keys/key-group.tsx');

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};

async function open(history: KeyHistoryExport, hash = '#keys'): Promise<HTMLElement> {
  answer.mockImplementation(async ({ type }: { type: string }) =>
    type === 'key-history' ? history : { sessions },
  );
  location.hash = hash;
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  return document.body;
}

const signed = { kid: 'b', thumbprint: 'thumbprint of b', owner: null, url: sharedUrl };
const sessions = [sessionDetailOf({ id: 's' }, { key: signed })];
const history = exportOf({
  [sharedUrl]: [
    exportedKey('a', {
      absent_since: daysAgo(20),
      retired_since: daysAgo(18),
      last_seen: daysAgo(21),
    }),
    exportedKey('b', { first_seen: daysAgo(30) }),
    exportedKey('c', {
      first_seen: daysAgo(9),
      earlier: [{ thumbprint: 'other', owner: null, until: daysAgo(9) }],
    }),
  ],
});
const names = () => [...document.querySelectorAll<HTMLElement>('[data-key]')];
const press = (key: string) =>
  act(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
const span = () => {
  const { from, to } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {};
  return [Number(from), Number(to)] as const;
};
const click = (button: Element | null | undefined) =>
  act(() => {
    if (!(button instanceof HTMLElement)) throw new Error('nothing to click');
    button.click();
  });

beforeEach(() => {
  render(null, document.body);
  answer.mockReset();
});

describe('the picture of keys', () => {
  test('says when it will have something, when no key is known', async () => {
    expect((await open(exportOf({}))).textContent).toContain('No key was seen yet');
  });

  test('has a bar for each key, told apart by more than colour, and says the same in words', async () => {
    const body = await open(history);
    expect(
      [...body.querySelectorAll('.key-drawing .bar')].map((bar) => bar.getAttribute('data-look')),
    ).toEqual(['gone', 'listed', 'disputed']);
    const [a, b, c] = names().map(({ textContent }) => textContent);
    expect(a).toContain('Retired.');
    expect(a).toMatch(/Listed since before .*, until /);
    expect(b).toMatch(/Listed since .*, and still\. Tokens seen with it: 1\./);
    expect(c).toContain('Another key under the same name.');
    expect(body.querySelectorAll('.key-drawing[aria-hidden="true"]').length).toBe(3);
    expect(body.querySelectorAll('.key-drawing .use[data-verdict="verified"]').length).toBe(1);
  });

  test('has one tab stop; arrows go from key to key, and the first and last are the ends', async () => {
    await open(history);
    expect(names().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    await act(() => names()[0]?.focus());
    await press('ArrowDown');
    expect(document.activeElement).toBe(names()[1]);
    await press('End');
    await press('ArrowDown');
    expect(document.activeElement).toBe(names()[2]);
    expect(names().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    await press('Home');
    expect(document.activeElement).toBe(names()[0]);
  });

  test('zooms and moves by keyboard and by buttons', async () => {
    const body = await open(history);
    const [from, to] = span();
    await act(() => names()[0]?.focus());
    await press('+');
    const near = span();
    expect(document.querySelector('.zoom [role="status"]')?.textContent).toMatch(
      / to \w+ \d+, 2026$/,
    );
    expect(near[1] - near[0]).toBeLessThan(to - from);
    await press('ArrowLeft');
    expect(span()[0]).toBeLessThan(near[0]);
    await press('0');
    expect(span()).toEqual([from, to]);
    // The present keeps its place: what was half way to the edge stays there.
    expect((pictureNowMs - near[0]) / (near[1] - near[0])).toBeCloseTo(
      (pictureNowMs - from) / (to - from),
      6,
    );
    await click(body.querySelector('[aria-label="Look closer"]'));
    expect(span()[1] - span()[0]).toBeLessThan(to - from);
  });

  test('zooms by the wheel while Ctrl is held, and leaves the wheel to the page otherwise', async () => {
    const body = await open(history);
    const before = span();
    const plot = body.querySelector('.key-plot');
    const turn = async (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { deltaY: -100, bubbles: true, cancelable: true });
      Object.defineProperties(event, { ctrlKey: { value: ctrlKey }, clientX: { value: 320 } });
      await act(() => {
        plot?.dispatchEvent(event);
      });
      return event.defaultPrevented;
    };
    expect(await turn(false)).toBe(false);
    expect(span()).toEqual(before);
    expect(await turn(true)).toBe(true);
    expect(span()[1] - span()[0]).toBeLessThan(before[1] - before[0]);
  });

  test('shows a hint at a key that has the focus, which Escape takes away', async () => {
    const body = await open(history);
    await act(() => names()[2]?.focus());
    expect(body.querySelector('.key-hint')?.textContent).toContain(
      'Another key under the same name',
    );
    await press('Escape');
    expect(body.querySelector('.key-hint')).toBeNull();
  });

  test('opens everything that is known of a key, with the sessions that used it', async () => {
    const body = await open(history);
    const [, b] = names();
    expect(b?.getAttribute('aria-expanded')).toBe('false');
    await click(b);
    expect(names()[1]?.getAttribute('aria-expanded')).toBe('true');
    const facts = body.querySelector('.key-facts:not([hidden])');
    expect(facts?.id).toBe(b?.getAttribute('aria-controls'));
    expect(facts?.textContent).toContain('thumbprint of b');
    expect(facts?.querySelector('a')?.getAttribute('href')).toBe('#session=s');
  });

  test('is a table when asked, with the same keys', async () => {
    const body = await open(history);
    const [, table] = body.querySelectorAll('.toggle button');
    await click(table);
    expect(table?.getAttribute('aria-pressed')).toBe('true');
    expect(body.querySelector('.timeline')).toBeNull();
    const rows = [...body.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
    expect(rows.length).toBe(3);
    expect(rows[1]).toContain('listed now');
    expect(rows[2]).toContain('Another key under the same name');
    expect(body.querySelectorAll('th[scope="col"]').length).toBe(7);
  });

  test('finds the key that the address names, and says how many fit', async () => {
    const body = await open(history, '#keys&query=thumbprint%20of%20b');
    expect(names().map((name) => name.dataset['key'])).toEqual([`${sharedUrl} b`]);
    expect(body.querySelector('.filter-count')?.textContent).toBe('Keys: 1 of 3 · unusual: 0');
    await open(history, '#keys&query=no%20such%20key');
    expect(body.querySelector('.timeline')?.textContent).toContain('No key fits');
  });

  test('draws 200 keys, and of more than it draws at once the rest on demand', async () => {
    const many = Array.from({ length: maxDrawn + 1 }, (_, at) => exportedKey(`key number ${at}`));
    const body = await open(exportOf({ [sharedUrl]: many }));
    expect(maxDrawn).toBeGreaterThanOrEqual(200);
    expect(names().length).toBe(maxDrawn);
    await click(body.querySelector('.key-group > button'));
    expect(names().length).toBe(maxDrawn + 1);
  });
});
