// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  answersOf,
  click,
  drop,
  find,
  openLines,
  paste,
  route,
  texts,
  until,
} from '../../support/bench-page.ts';
import { benchNowMs, harOf, readingOf } from '../../support/bench-runs.ts';
import { InlineWorker } from '../../support/inline-worker.ts';
import { tokenNamed } from '../../support/read-input.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  signToken,
} from '../../support/tokens.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  Object.assign(polyfill.default.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  return { default: polyfill.default };
});
const { Bench } = await import('../../../src/inspector/bench/bench.tsx');

const key = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const genuine = await signToken(key, entraClaims());
const forged = await signToken(consumer, entraClaims({ uti: 'another' }));
const reading = await readingOf([key.entry, consumer.entry]);

const asked: { type: string; fetch?: readonly string[] }[] = [];

beforeEach(async () => {
  vi.stubGlobal('Worker', InlineWorker);
  vi.spyOn(Date, 'now').mockReturnValue(benchNowMs);
  InlineWorker.all = [];
  asked.length = 0;
  answer.mockImplementation(answersOf(asked, [reading]));
  await act(() => render(<Bench route={route} />, document.body));
});
afterEach(async () => {
  await act(() => render(null, document.body));
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the fields', () => {
  test('each have a label, and the file can be chosen by keyboard', () => {
    for (const field of document.querySelectorAll('textarea, select, input:not([hidden])')) {
      expect(document.querySelector(`label[for="${field.id}"]`), field.id).not.toBeNull();
    }
    expect(find('.drop-zone button')?.textContent).toBe('Choose a file');
  });

  test('do nothing for an empty paste, and forget the pasted token', async () => {
    await paste('  ');
    expect(InlineWorker.all).toHaveLength(0);
    await paste(genuine);
    await until('.bench-totals');
    expect(document.body.innerHTML).not.toContain(genuine.slice(-40));
    await click('.bench-head button');
    expect(document.querySelector('textarea')?.value).toBe('');
  });

  test('refuse several files and keep a dropped file from replacing the page', async () => {
    const event = await drop(new File(['a'], 'a.har'), new File(['b'], 'b.har'));
    expect(event.defaultPrevented).toBe(true);
    expect(find('[role="alert"]')?.textContent).toContain('Drop one file');
  });

  test('say why a file cannot be checked', async () => {
    await drop(new File([new Uint8Array([0, 1, 2])], 'picture.png'));
    await until('.bench-failure');
    expect(find('[role="alert"] [data-failure]')?.dataset['failure']).toBe('not-text');
  });
});

describe('results', () => {
  test('are told with verdict, account, host, times and what was found', async () => {
    await drop(new File([harOf([genuine, forged])], 'session.har'));
    await until('.bench-totals');
    expect(document.activeElement?.textContent).toBe('Results');
    expect(find('.bench-file')?.textContent).toBe('session.har');
    expect(texts('.bench-totals li').join()).toMatch(/2 tokens.*Forged.*1.*Genuine.*1/);
    const [first = ''] = texts('.bench-results li');
    expect(first).toContain('ada@contoso.example');
    expect(first).toContain('outlook.office.com');
    expect(first).toContain('found once');
    expect(first).toMatch(/Used Nov/);
    // Servers were asked for nothing.
    expect(asked.map(({ fetch = [] }) => fetch.length)).toEqual(asked.map(() => 0));
  });

  test('open to findings, decoded header and claims with their meaning, and checks', async () => {
    await paste(forged);
    await until('.bench-totals');
    await openLines();
    await until('.token-body');
    expect(texts('.finding [class=hint] code')).toContain('key-foreign');
    expect(texts('.claim dt')).toEqual(expect.arrayContaining(['alg', 'kid', 'iss', 'upn', 'exp']));
    expect(find('[data-claim="exp"] .claim-time')?.textContent).toMatch(/2026/);
    expect(find('[data-claim="iss"] a')?.getAttribute('href')).toContain('rfc7519');
    expect(texts('.checks summary').length).toBeGreaterThan(0);
  });

  test('come in pages of fifty, and can be narrowed to one verdict', async () => {
    const tokens = Array.from({ length: 120 }, (_, index) => tokenNamed(`${index}`));
    await paste([forged, ...tokens].join('\n'));
    await until('.bench-totals');
    expect(texts('.bench-results > li')).toHaveLength(50);
    expect(find('.bench-pages [role="status"]')?.textContent).toBe('1 to 50 of 121');
    await click('.bench-pages button:last-of-type');
    await click('.bench-pages button:last-of-type');
    expect(texts('.bench-results > li')).toHaveLength(21);
    expect(find('.bench-pages [role="status"]')?.textContent).toBe('101 to 121 of 121');
    await act(() => {
      const choice = document.querySelector('select');
      if (choice === null) throw new Error('no choice');
      choice.value = 'danger';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(texts('.bench-results > li')).toHaveLength(1);
    expect(find('.bench-pages')).toBeNull();
  });

  test('offer to fetch key lists, fetch them only when asked, and judge again', async () => {
    await act(() => render(null, document.body));
    answer.mockImplementation(answersOf(asked, [], [reading]));
    await act(() => render(<Bench route={route} />, document.body));
    await paste(genuine);
    await until('.bench-missing');
    expect(texts('.bench-results [data-verdict]').join()).toContain('Could not check');
    expect(find('.bench-missing')?.textContent).toContain('login.microsoftonline.com');
    expect(asked.every(({ fetch = [] }) => fetch.length === 0)).toBe(true);
    await click('.bench-missing button');
    await vi.waitFor(async () => {
      await act(async () => new Promise((resolve) => setTimeout(resolve, 5)));
      expect(texts('.bench-totals').join()).toContain('Genuine');
    });
    expect(asked.at(-2)?.fetch ?? asked.at(-1)?.fetch).toContain(reading.url);
    expect(find('.bench-missing')).toBeNull();
  });

  test('are judged by what the release knows when the background is silent', async () => {
    answer.mockRejectedValue(new Error('nobody'));
    await paste(genuine);
    await until('.bench-totals');
    expect(texts('.bench-totals').join()).toContain('Could not check');
  });

  test('can be saved and printed', async () => {
    const links: string[] = [];
    vi.stubGlobal('print', vi.fn());
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      links.push(this.download);
    });
    await drop(new File([harOf([genuine, forged])], 'session.har'));
    await until('.bench-totals');
    const [save, printIt] = document.querySelectorAll<HTMLElement>('.bench-report-buttons button');
    await act(() => save?.click());
    await vi.waitFor(() => expect(links[0]).toMatch(/^countersign-report-\d{4}-\d\d-\d\d\.json$/));
    await act(() => printIt?.click());
    await until('.bench-report');
    expect(print).toHaveBeenCalledOnce();
    const paper = find('.bench-report')?.textContent ?? '';
    expect(paper).toContain('session.har');
    expect(paper).toContain('1.2.3');
    expect(paper).toContain('a…@contoso.example');
    expect(paper).not.toContain('ada@contoso.example');
    await act(() => void dispatchEvent(new Event('afterprint')));
    expect(find('.bench-report')).toBeNull();
  });
});

test('leaving ends the worker', async () => {
  await paste(genuine);
  await until('.bench-totals');
  await act(() => render(null, document.body));
  expect(InlineWorker.all.every(({ isEnded }) => isEnded)).toBe(true);
});
