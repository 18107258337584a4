// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { disguises, findHarm, naughtyTexts } from '../support/naughty.ts';
import { daysAgo, exportedKey, exportOf } from '../support/pictures.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};
const ownLinks = /^(#|\/src\/)/;

beforeEach(() => render(null, document.body));

test.each([...disguises, naughtyTexts[40] ?? ''])(
  'what a key server says is text everywhere: %j',
  async (bad) => {
    const key = exportedKey(bad, {
      thumbprint: bad,
      owner: bad,
      earlier: [{ thumbprint: bad, owner: bad, until: daysAgo(2) }],
      published_at: [bad],
    });
    answer.mockImplementation(async ({ type }: { type: string }) =>
      type === 'key-history' ? exportOf({ [bad]: [key] }) : { sessions: [] },
    );
    location.hash = '#keys';
    await act(() => render(<Inspector />, document.body));
    await act(settle);
    const { body } = document;
    const name = body.querySelector<HTMLElement>('[data-key]');
    await act(() => name?.focus());
    expect(body.querySelector('.key-hint')).not.toBeNull();
    expect(findHarm(body, ownLinks)).toEqual([]);
    await act(() => name?.click());
    expect(body.querySelector('.key-facts dl')).not.toBeNull();
    expect(findHarm(body, ownLinks)).toEqual([]);
    await act(() => body.querySelectorAll<HTMLElement>('.toggle button')[1]?.click());
    expect(body.querySelector('table')).not.toBeNull();
    expect(findHarm(body, ownLinks)).toEqual([]);
  },
);
