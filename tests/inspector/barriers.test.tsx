// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Request } from '../../src/protocol/messages.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { daysAgo, exportedKey, exportOf, sharedUrl } from '../support/pictures.ts';
import { sessionDetailOf } from '../support/session-details.ts';

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
const earlier = [{ thumbprint: 'other', owner: null, until: daysAgo(9) }];
const keys = exportOf({
  [sharedUrl]: [exportedKey('a', { earlier }), exportedKey('b', { absent_since: daysAgo(1) })],
});
const failing = [{ rule: 'key-foreign', severity: 'danger' }] as const;
const session = sessionDetailOf(
  { id: 's', verdict: 'danger' },
  {
    verdict: 'danger',
    key: { kid: 'a', thumbprint: 'thumbprint of a', owner: null, url: sharedUrl },
    outcomes: [
      { rule: 'signature-invalid', outcome: 'pass' },
      { rule: 'key-denied', outcome: 'unknown', reason: 'key-server-unreachable' },
      {
        ...{ rule: 'key-foreign', outcome: 'fail', severity: 'danger' },
        evidence: [{ name: 'key-owner', value: 'x' }],
      },
    ],
  },
);
const record = {
  ...{ atMs: 1, provider: 'outlook-work', providerName: 'Outlook', account: null, tenant: null },
  ...{ verdict: 'danger', failing, keyId: 'a', keyThumbprint: 'b', issuer: null },
  ...{ fingerprint: 'fingerprint', source: 'cookie', host: 'outlook.office.com' },
};

async function open(hash: string, isEmpty: boolean): Promise<void> {
  answer.mockImplementation(async ({ type }: Request): Promise<unknown> => {
    if (type === 'key-history') return isEmpty ? exportOf({}) : keys;
    if (type === 'history') {
      const records = isEmpty ? [] : [record];
      return { records, total: isEmpty ? 0 : 120, webmails: [] };
    }
    return { sessions: isEmpty ? [] : [session] };
  });
  document.documentElement.lang = 'en';
  location.hash = hash;
  await act(() => render(<Inspector />, document.body));
  await act(settle);
}
const click = (selector: string, index = 0) =>
  act(() => {
    const found = document.querySelectorAll<HTMLElement>(selector)[index];
    if (found === undefined) throw new Error(`no ${selector}`);
    found.click();
  });

beforeEach(() => render(null, document.body));

describe('axe finds nothing', () => {
  test.each(['#sessions', '#keys', '#history', '#session=gone'])('in an empty %s', async (hash) => {
    await open(hash, true);
    expect(await findBarriers()).toEqual([]);
  });

  test.each(['#sessions', '#session=s', '#keys', '#history'])('in %s', async (hash) => {
    await open(hash, false);
    expect(document.querySelector('.badge, [data-key]')).not.toBeNull();
    expect(await findBarriers()).toEqual([]);
  });

  test('in a key that is opened, with its legend, and in the table of keys', async () => {
    await open('#keys', false);
    await click('.legend summary');
    await click('[data-key]');
    expect(await findBarriers()).toEqual([]);
    await click('.toggle button', 1);
    expect(document.querySelector('table')).not.toBeNull();
    expect(await findBarriers()).toEqual([]);
  });
});

test('what is a barrier is found', async () => {
  document.body.innerHTML = '<main><img src="x"><button></button></main>';
  const found = (await findBarriers()).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
});
