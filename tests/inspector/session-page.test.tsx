// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionDetail } from '../../src/protocol/session-schema.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');
const { hashOf } = await import('../../src/inspector/route.ts');

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};

async function open(session: SessionDetail, id = session.id): Promise<HTMLElement> {
  answer.mockResolvedValue({ sessions: [session] });
  location.hash = hashOf('sessions', { session: id });
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  return document.body;
}

const forged = sessionDetailOf(
  { verdict: 'danger' },
  {
    verdict: 'danger',
    key: {
      kid: 'key',
      thumbprint: 'thumbprint-of-it',
      owner: 'https://login.example/',
      url: 'https://login.example/keys',
    },
    outcomes: [
      { rule: 'signature-invalid', outcome: 'pass' },
      {
        rule: 'key-foreign',
        outcome: 'fail',
        severity: 'danger',
        evidence: [{ name: 'key-owner', value: 'somebody else' }],
      },
      { rule: 'key-denied', outcome: 'unknown', reason: 'key-server-unreachable' },
      { rule: 'token-expired', outcome: 'not-applicable' },
    ],
  },
);

beforeEach(() => {
  render(null, document.body);
  answer.mockReset();
});

describe('a session, opened', () => {
  test('says the verdict, whose it is, and what is kept of its tokens', async () => {
    const body = await open(sessionDetailOf());
    expect(body.querySelector('h2')?.textContent).toBe('Your Outlook session is genuine');
    expect(body.textContent).toContain('ada@contoso.example');
    expect(body.textContent).toContain('Countersign keeps no token.');
  });

  test('explains header and claims one by one, with the section of the standard', async () => {
    const body = await open(sessionDetailOf());
    const claim = body.querySelector('[data-claim="exp"]');
    expect(claim?.textContent).toContain('Until when the token is valid.');
    expect(claim?.textContent).toContain('1795526100');
    const link = claim?.querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4');
    expect(link?.getAttribute('rel')).toBe('noreferrer');
    const names = [...body.querySelectorAll('.claim')].map((one) => one.getAttribute('data-claim'));
    expect(names).toEqual([
      'alg',
      'typ',
      'kid',
      'iss',
      'aud',
      'tid',
      null,
      null,
      'iat',
      'exp',
      'ver',
    ]);
  });

  test('tells a finding in full, and at the claim that it concerns', async () => {
    const body = await open(forged);
    const finding = body.querySelector('.finding');
    expect(finding?.textContent).toContain('Danger');
    expect(finding?.textContent).toContain('somebody else');
    const marked = [...body.querySelectorAll('.claim[data-severity]')];
    expect(marked.map((one) => one.getAttribute('data-claim'))).toEqual(['kid']);
    expect(marked[0]?.querySelector('[data-rule="key-foreign"]')).not.toBeNull();
    expect(body.textContent).toContain('Could not be checked: 1');
    expect(body.textContent).toContain('Checks passed: 1');
  });

  test('says of a finding when it was accepted', async () => {
    const body = await open(
      sessionDetailOf(
        {},
        {
          outcomes: [
            {
              ...{ rule: 'key-retired', outcome: 'fail', severity: 'attention', evidence: [] },
              acceptedAtMs: 1_795_521_900_000,
            },
          ],
        },
      ),
    );
    expect(body.querySelector('.finding')?.textContent).toContain('You accepted this on Nov 2');
  });

  test('links its key to the picture of keys', async () => {
    const links = [...(await open(forged)).querySelectorAll('.token a')];
    expect(links.map((link) => link.getAttribute('href'))).toContain(
      '#keys&query=thumbprint-of-it',
    );
  });

  test('that is not known any more is said to be gone', async () => {
    const body = await open(forged, 'another');
    expect(body.querySelector('[role="status"]')?.textContent).toContain('not known any more');
    expect(body.querySelector('.back')?.getAttribute('href')).toBe('#sessions');
  });

  test('says why it ended, and that it is private', async () => {
    const body = await open(
      sessionDetailOf({ endedAtMs: 1, endedBecause: 'cookies-gone', isPrivate: true }),
    );
    expect(body.textContent).toContain('because its cookies are gone');
    expect(body.textContent).toContain('Private window');
  });

  test('says that it is bound to this device, where a sign of it was seen', async () => {
    const body = await open(sessionDetailOf({ binding: 'in-use' }));
    expect(body.textContent).toContain('The session is bound to this device');
  });

  test('says nothing of a binding where no sign of one was seen', async () => {
    const body = await open(sessionDetailOf());
    expect(body.textContent).not.toContain('bound to this device');
    expect(body.textContent).not.toContain('No sign was seen');
  });

  test('copies what is known without the person', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const body = await open(forged);
    await act(() => body.querySelector<HTMLButtonElement>('.copy button')?.click());
    await act(settle);
    expect(body.querySelector('.copy [role="status"]')?.textContent).toBe('Copied');
    const copied = writeText.mock.calls[0]?.[0] ?? '';
    expect(JSON.parse(copied)).toMatchObject({ verdict: 'danger', key: { kid: 'key' } });
    expect(copied).not.toContain('ada@');
    expect(copied).not.toContain('"subject": "subject"');
    vi.unstubAllGlobals();
  });
});
