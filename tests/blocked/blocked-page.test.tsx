// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Blocked } from '../../src/protocol/blocked-schema.ts';
import { findHarm, naughtyTexts } from '../support/naughty.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { BlockedPage } = await import('../../src/blocked/blocked-page.tsx');

const id = '11111111-2222-4333-8444-555555555555';
const blockedOf = (changes: Partial<Blocked> = {}): Blocked => ({
  webmail: 'Outlook',
  host: 'outlook.office.com',
  account: 'ada@contoso.example',
  rules: ['key-foreign'],
  atMs: 1_795_521_660_000,
  signOutUrl: 'https://mysignins.microsoft.com/security-info',
  mayContinue: false,
  contact: null,
  ...changes,
});
let continued: string;

async function open(blocked: Blocked | null, asked = id): Promise<HTMLElement> {
  answer.mockImplementation(async ({ type }: { type: string }) =>
    type === 'blocked' ? blocked : { result: continued },
  );
  await act(() => render(<BlockedPage id={asked} />, document.body));
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
  return document.body;
}
const press = async (button: HTMLElement | null | undefined) => {
  await act(() => button?.click());
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
};

beforeEach(() => {
  render(null, document.body);
  answer.mockReset();
  continued = 'goes-on';
});

describe('the page in the place of a closed webmail', () => {
  test('says what was closed, for whom, what to do and why, in that order', async () => {
    const body = await open(blockedOf());
    expect(body.querySelector('h1')?.textContent).toBe(
      'Outlook was closed, because your session is forged',
    );
    expect(body.querySelector('.blocked-account')?.textContent).toBe('ada@contoso.example');
    expect([...body.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'What to do',
      'Why',
    ]);
    expect(body.querySelector('[data-rule="key-foreign"] h3')?.textContent).toBe(
      'This session is signed with a key that belongs to somebody else.',
    );
    expect(body.querySelector('.blocked-steps a')?.getAttribute('href')).toBe(
      'https://mysignins.microsoft.com/security-info',
    );
    expect(document.title).toBe('Closed · Countersign');
    expect(body.textContent).not.toMatch(/\bblocked_[a-z]/);
  });

  test('names whom to call as text, and no address of a policy can be clicked', async () => {
    const contact = { name: 'Desk', email: 'desk@contoso.example', phone: '+1 555 0100' };
    const body = await open(blockedOf({ contact }));
    const address = body.querySelector('address');
    for (const part of Object.values(contact)) expect(address?.textContent).toContain(part);
    expect(address?.querySelector('a')).toBeNull();
  });

  test('has no way on where policy allows none', async () => {
    const body = await open(blockedOf());
    expect(body.querySelector('[data-continue]')?.getAttribute('data-continue')).toBe('never');
    expect(body.querySelector('button')).toBeNull();
  });

  test('has a way on only behind a box that was ticked', async () => {
    const body = await open(blockedOf({ mayContinue: true }));
    const button = body.querySelector('button');
    await press(button);
    expect(body.querySelector('[role="alert"]')?.textContent).toBe('Tick the box first.');
    expect(answer).toHaveBeenCalledTimes(1);
    await press(body.querySelector('input'));
    await press(button);
    expect(answer).toHaveBeenLastCalledWith({ type: 'continue-blocked', id });
    expect(body.querySelector('[role="alert"]')?.textContent).toBe('');
  });

  test.each([
    ['forbidden', 'does not let anybody go on any more'],
    ['gone', 'too long ago'],
  ])('says so when going on is %s', async (result, words) => {
    continued = result;
    const body = await open(blockedOf({ mayContinue: true }));
    await press(body.querySelector('input'));
    await press(body.querySelector('button'));
    expect(body.querySelector('[role="alert"]')?.textContent).toContain(words);
  });

  test.each([
    ['an id that stands for nothing', id],
    ['an address that somebody made up', '"><script>alert(1)</script>'],
  ])('with %s frightens nobody', async (_name, asked) => {
    const body = await open(null, asked);
    expect(body.querySelector('h1')?.textContent).toBe('Nothing is closed here');
    expect(body.textContent).not.toContain('script');
    expect(body.textContent).not.toContain('forged');
  });

  test('says so when the background is silent', async () => {
    answer.mockRejectedValue(new Error('nobody'));
    await act(() => render(<BlockedPage id={id} />, document.body));
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(document.querySelector('[data-state="silent"]')).not.toBeNull();
  });

  test('shows strings that break what shows them as text', async () => {
    expect(naughtyTexts.length).toBeGreaterThan(400);
    for (const text of naughtyTexts) {
      const contact = { name: text, email: text, phone: text };
      const body = await open(
        blockedOf({ webmail: text, host: text, account: text, rules: [text], contact }),
      );
      expect(body.querySelector('[data-state="blocked"]')).not.toBeNull();
      expect(findHarm(body, /^(?:\/src\/|https:\/\/mysignins\.microsoft\.com\/)/)).toEqual([]);
      render(null, document.body);
    }
  });
});
