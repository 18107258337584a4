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
const { sections } = await import('../../src/inspector/sections.ts');

/** Answers of the background come later. */
const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};

async function open(hash: string, sessions: readonly SessionDetail[] = []): Promise<HTMLElement> {
  answer.mockResolvedValue({ sessions });
  location.hash = hash;
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  return document.body;
}

beforeEach(() => {
  render(null, document.body);
  answer.mockReset();
});

describe('the inspector', () => {
  test('links every section, marks the open one, and names it in heading and window', async () => {
    const body = await open('');
    const links = [...body.querySelectorAll('.sections a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      sections.map(({ id }) => `#${id}`),
    );
    const open_ = links.filter((link) => link.getAttribute('aria-current') === 'page');
    expect(open_.map(({ textContent }) => textContent)).toEqual(['Sessions']);
    expect(body.querySelector('h1')?.textContent).toBe('Sessions');
    expect(document.title).toBe('Sessions · Countersign');
  });

  test('says so when the background is silent', async () => {
    answer.mockRejectedValue(new Error('nobody'));
    location.hash = '';
    await act(() => render(<Inspector />, document.body));
    await act(settle);
    expect(document.querySelector('[role="status"]')?.textContent).toBe(
      'Countersign did not answer',
    );
  });
});

describe('the list of sessions', () => {
  test('says what to do when there is none', async () => {
    expect((await open('#sessions')).textContent).toContain('No session was seen yet');
  });

  test('shows webmail, account, organisation and verdict, those in use before those that ended', async () => {
    const body = await open('#sessions', [
      sessionDetailOf(),
      sessionDetailOf({ id: 'b', verdict: 'danger', account: null, endedAtMs: 1_795_521_900_000 }),
    ]);
    expect([...body.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'In use',
      'Ended',
    ]);
    const lines = [...body.querySelectorAll('.session-line')].map(({ textContent }) => textContent);
    expect(lines[0]).toContain('Outlookada@contoso.exampleGenuine');
    expect(lines[0]).toContain('11111111-2222-4333-8444-555555555555');
    expect(lines[1]).toContain('account not namedForged');
    expect(lines[1]).toContain('Ended Nov');
  });

  test('shows hostile text as text', async () => {
    const account = '<img src=x onerror=alert(1)>\u202egro.elpmaxe';
    const body = await open('#sessions', [sessionDetailOf({ account, tenant: account })]);
    expect(body.querySelector('img[src="x"]')).toBeNull();
    expect(body.textContent).toContain('<img src=x');
    expect(body.textContent).not.toContain('\u202e');
  });
});
