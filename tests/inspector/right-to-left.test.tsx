// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Request } from '../../src/protocol/messages.ts';
import { daysAgo, exportedKey, exportOf, sharedUrl } from '../support/pictures.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  const { i18n, runtime } = polyfill.default;
  runtime.sendMessage = answer;
  // English sentences with Arabic times: those have marks of direction in them.
  const getMessage = (name: string, substitutions?: readonly string[]) =>
    name === 'language_code' ? 'ar' : i18n.getMessage(name, substitutions);
  return { default: { ...polyfill.default, i18n: { getMessage, getUILanguage: () => 'ar' } } };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};
const session = sessionDetailOf(
  { id: 's', endedAtMs: 1_795_521_900_000 },
  {
    outcomes: [
      {
        ...{ rule: 'key-retired', outcome: 'fail', severity: 'attention' },
        evidence: [{ name: 'retired-since', value: '1795521600' }],
      },
    ],
  },
);
const certificate = { not_before: daysAgo(90), not_after: daysAgo(-90) };
const earlier = [{ thumbprint: 'other', owner: null, until: daysAgo(9) }];
const keys = exportOf({ [sharedUrl]: [exportedKey('a', { certificate, earlier })] });

beforeEach(() => {
  render(null, document.body);
  answer.mockImplementation(async ({ type }: Request) =>
    type === 'key-history' ? keys : { sessions: [session] },
  );
});

test.each(['#session=s', '#keys'])('times of ours are not shown as disguises: %s', async (hash) => {
  location.hash = hash;
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  await act(() => document.querySelector<HTMLElement>('[data-key]')?.click());
  // There is such a mark on the page, as it should be, and none is spelled out.
  expect(document.body.textContent).toContain('\u200f');
  expect(document.body.textContent).not.toContain('⟨U+');
});
