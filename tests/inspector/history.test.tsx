// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HistoryAnswer, HistoryEntry } from '../../src/protocol/history-schema.ts';
import type { Request } from '../../src/protocol/messages.ts';
import { disguises, findHarm, naughtyTexts } from '../support/naughty.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');
const { pageSize } = await import('../../src/inspector/history/history.tsx');
const { restMs } = await import('../../src/inspector/history/history-filters.tsx');

const entryOf = (changes: Partial<HistoryEntry> = {}): HistoryEntry => ({
  atMs: Date.parse('2026-11-25T11:00:00Z'),
  provider: 'outlook-work',
  providerName: 'Outlook',
  account: 'ada@contoso.example',
  tenant: null,
  verdict: 'verified',
  failing: [],
  keyId: 'key-name',
  keyThumbprint: 'thumbprint',
  issuer: null,
  fingerprint: 'fingerprint',
  source: 'cookie',
  host: 'outlook.office.com',
  ...changes,
});

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};
/** Every question that the page asked of the history, the newest last. */
const asked = (): Extract<Request, { type: 'history' }>[] =>
  answer.mock.calls.map(([request]) => request).filter(({ type }) => type === 'history');

async function open(all: readonly HistoryEntry[], hash = '#history'): Promise<HTMLElement> {
  answer.mockImplementation(async (request: Request): Promise<unknown> => {
    if (request.type !== 'history') return { sessions };
    const { offset, limit } = request;
    return {
      records: all.slice(offset, offset + limit),
      total: all.length,
      webmails: [
        { provider: null, providerName: '' },
        { provider: 'outlook-work', providerName: 'Outlook' },
      ],
    } satisfies HistoryAnswer;
  });
  location.hash = hash;
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  return document.body;
}
const sessions = [
  sessionDetailOf({ id: 's', endedAtMs: 1_795_521_900_000, endedBecause: 'signed-out' }),
];
const set = async (selector: string, value: string, event: string) => {
  await act(() => {
    const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
    if (field === null) throw new Error(`no ${selector}`);
    field.value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  });
  await act(settle);
};
const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.pager button')];

beforeEach(() => {
  render(null, document.body);
  answer.mockReset();
});

describe('the history of verdicts', () => {
  test('says so when there is none yet', async () => {
    expect((await open([])).textContent).toContain('No verdict was reached yet');
  });

  test('shows verdict, account and findings by day, with ways to session and key', async () => {
    const failing = [{ rule: 'key-foreign', severity: 'danger' }] as const;
    const body = await open([
      entryOf({ verdict: 'danger', failing }),
      entryOf({ atMs: Date.parse('2026-11-20T11:00:00Z'), fingerprint: 'other' }),
    ]);
    expect(body.querySelectorAll('.history-day').length).toBe(2);
    const [first, second] = [...body.querySelectorAll('.history-entry')];
    expect(first?.textContent).toContain('Forged');
    expect(first?.textContent).toContain('This session is signed with a key');
    expect(
      [...(first?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href')),
    ).toEqual(['#session=s', '#keys&query=thumbprint']);
    expect(second?.textContent).toContain('Its session is not known any more');
  });

  test('says when somebody went on to a webmail that was closed because of it, and only there', async () => {
    const continuedAtMs = Date.parse('2026-11-20T12:00:00Z');
    const body = await open([
      entryOf({ verdict: 'danger', continuedAtMs }),
      entryOf({ fingerprint: 'other' }),
    ]);
    const lines = [...body.querySelectorAll('.history-entry')].map(
      ({ textContent }) => textContent,
    );
    expect(lines[0]).toMatch(/somebody went on Nov 20, 2026/);
    expect(lines[1]).not.toContain('went on');
  });

  test('says of a session that it has ended', async () => {
    const body = await open([entryOf()]);
    expect(body.querySelector('.history-entry')?.getAttribute('data-ended')).toBe('true');
    expect(body.querySelector('.history-links')?.textContent).toContain('Ended Nov 2');
  });

  test('asks for a page at a time, of however many', async () => {
    const all = Array.from({ length: 10_000 }, (_, at) => entryOf({ fingerprint: `f${at}` }));
    const body = await open(all);
    expect(body.querySelectorAll('.history-entry').length).toBe(pageSize);
    expect(body.querySelector('.filter-count')?.textContent).toBe('1 to 50 of 10,000');
    expect(buttons().map((button) => button.getAttribute('aria-disabled'))).toEqual([
      'true',
      'true',
      'false',
      'false',
    ]);
    await act(() => buttons()[2]?.click());
    await act(settle);
    expect(asked().at(-1)).toMatchObject({ offset: pageSize, limit: pageSize });
    await act(() => buttons()[3]?.click());
    await act(settle);
    expect(body.querySelector('.filter-count')?.textContent).toBe('9,951 to 10,000 of 10,000');
    expect(asked().every(({ limit }) => limit === pageSize)).toBe(true);
  });

  test('filters by verdict, webmail and days of the person’s time zone, and begins at the first page', async () => {
    await open(Array.from({ length: 60 }, (_, at) => entryOf({ fingerprint: `f${at}` })));
    await act(() => buttons()[2]?.click());
    await act(settle);
    await set('select', 'danger', 'change');
    expect(asked().at(-1)).toMatchObject({ verdict: 'danger', offset: 0 });
    await set('label:nth-of-type(3) select', '0', 'change');
    expect(asked().at(-1)?.provider).toBeNull();
    await set('input[type="date"]', '2026-11-20', 'change');
    await set('label:last-of-type input[type="date"]', '2026-11-20', 'change');
    const { fromMs = 0, beforeMs = 0 } = asked().at(-1) ?? {};
    expect(fromMs).toBe(new Date(2026, 10, 20).getTime());
    expect(beforeMs).toBe(new Date(2026, 10, 21).getTime());
    await set('select', '', 'change');
    expect(asked().at(-1)).not.toHaveProperty('verdict');
  });

  test('searches when typing rests, and keeps its field when nothing is found', async () => {
    const body = await open([entryOf()]);
    const before = asked().length;
    await set('input[type="search"]', 'a', 'input');
    await set('input[type="search"]', 'ad', 'input');
    expect(asked().length).toBe(before);
    answer.mockImplementation(async ({ type }: Request) =>
      type === 'history' ? { records: [], total: 0, webmails: [] } : { sessions: [] },
    );
    await act(() => new Promise((resolve) => setTimeout(resolve, restMs + 20)));
    await act(settle);
    expect(
      asked()
        .slice(before)
        .map(({ query }) => query),
    ).toEqual(['ad']);
    expect(body.querySelector('[role="status"]')?.textContent).toBe(
      'No verdict fits what you look for.',
    );
    expect(body.querySelector<HTMLInputElement>('input[type="search"]')?.value).toBe('ad');
  });

  test('searches for what the address says', async () => {
    await open([entryOf()], '#history&query=key-name');
    expect(asked()[0]?.query).toBe('key-name');
  });

  test('hostile text in every field is text', async () => {
    const bad = (text: string) =>
      entryOf({
        ...{ providerName: text, account: text, tenant: text, keyId: text, keyThumbprint: text },
        ...{ issuer: text, fingerprint: text, source: text, host: text },
      });
    const body = await open([
      ...disguises.map(bad),
      ...naughtyTexts.slice(0, pageSize - disguises.length - 1).map(bad),
      entryOf({ atMs: 1e300 }),
    ]);
    expect(body.querySelectorAll('.history-entry').length).toBe(pageSize);
    expect(findHarm(body, /^(#|\/src\/)/)).toEqual([]);
  });
});
