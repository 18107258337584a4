// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseRoute } from '../../src/inspector/route.ts';
import type { PopupView } from '../../src/protocol/views.ts';
import { popupViewOf, sessionViewOf, viewOfSession } from '../support/views.ts';

const { polyfill, request, reload } = vi.hoisted(() => ({
  polyfill: { default: {} as Record<string, unknown> },
  request: vi.fn(),
  reload: vi.fn(async () => undefined),
}));
vi.mock('webextension-polyfill', async () => {
  const real = (await import('../support/polyfill.ts')).polyfill;
  Object.assign(polyfill.default, real.default, {
    permissions: { request },
    tabs: { query: async () => [{ id: 7 }], reload },
  });
  return polyfill;
});
const { show } = await import('../support/show-popup.tsx');

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const heading = () => document.querySelector('h1')?.textContent;

beforeEach(() => {
  render(null, document.body);
  request.mockReset();
});

describe('a session that could not be checked', () => {
  const unchecked = (reason: 'key-server-unreachable' | 'clock-unknown') =>
    sessionViewOf(
      { verdict: 'undetermined' },
      {
        verdict: 'undetermined',
        outcomes: [{ rule: 'signature-invalid', outcome: 'unknown', reason }],
      },
    );

  test('because there is no connection, says so', () => {
    show(viewOfSession(unchecked('key-server-unreachable'), { isOnline: false }));
    expect(heading()).toBe('You are offline, so your Outlook session could not be checked');
    expect(document.querySelector('main')?.dataset['hindrance']).toBe('offline');
  });

  test('because the key server is silent, says so and offers to try again', () => {
    const body = show(viewOfSession(unchecked('key-server-unreachable')));
    expect(heading()).toContain('key server is silent');
    expect(body.textContent).toContain('This is no sign of an attack.');
    expect(body.querySelector('button')?.textContent).toBe('Try again now');
  });

  test('for another reason blames neither, online or not', () => {
    for (const isOnline of [true, false]) {
      show(viewOfSession(unchecked('clock-unknown'), { isOnline }));
      expect(heading()).toBe('Your Outlook session could not be checked');
    }
  });

  test('a genuine session stays genuine offline', () => {
    show(viewOfSession(sessionViewOf(), { isOnline: false }));
    expect(heading()).toBe('Your Outlook session is genuine');
  });
});

describe('before anything was seen', () => {
  test('on a page that is no webmail, Countersign says that it is ready', () => {
    show(popupViewOf({ state: 'not-webmail', providerName: null, isFirstUse: true }));
    expect(heading()).toBe('Countersign is ready');
  });

  test('on a webmail it says what is missing, and loads the page anew when asked', async () => {
    const body = show(popupViewOf({ isFirstUse: true }));
    expect(heading()).toBe('Nothing seen of your Outlook session yet');
    body.querySelector('button')?.click();
    await settle();
    expect(reload).toHaveBeenCalledWith(7);
  });
});

describe('a webmail without permission', () => {
  const view = popupViewOf({
    state: 'permission-missing',
    askHosts: ['outlook.office.com', 'graph.microsoft.com'],
  });

  test('is asked for at once when the button is pressed, by exactly its hosts', () => {
    request.mockResolvedValue(true);
    show(view).querySelector('button')?.click();
    expect(request).toHaveBeenCalledWith({
      origins: [
        'https://outlook.office.com/*',
        'wss://outlook.office.com/*',
        'https://graph.microsoft.com/*',
        'wss://graph.microsoft.com/*',
      ],
    });
  });

  test.each([
    ['refused', () => Promise.resolve(false)],
    ['impossible', () => Promise.reject(new Error('not now'))],
  ])('that is %s says so, for screen readers too', async (_name, answer) => {
    request.mockImplementation(answer);
    const body = show(view);
    body.querySelector('button')?.click();
    await settle();
    await settle();
    expect(body.querySelector('main [role="status"]')?.textContent).toBe(
      'Your browser did not allow it.',
    );
  });
});

describe('what stands below', () => {
  test('a policy and a private window, in words', () => {
    const body = show(viewOfSession(sessionViewOf(), { isManaged: true, isPrivate: true }));
    const lines = [...body.querySelectorAll('[data-line]')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Managed by your organisation',
      'Private window: nothing of it is kept when it is closed',
    ]);
    expect(show(viewOfSession(sessionViewOf())).querySelector('[data-line]')).toBeNull();
  });

  test('that private windows are not seen, where no session is in front', () => {
    const unseen = (view: PopupView) => show(view).querySelector('[data-line="private-unseen"]');
    const blind = { seesPrivateWindows: false };
    expect(unseen(popupViewOf({ state: 'not-webmail', host: null, ...blind }))?.textContent).toBe(
      'Private windows are not being checked. You can allow that in your browser’s settings for Countersign.',
    );
    expect(unseen(popupViewOf({ state: 'hidden', host: null, ...blind }))).not.toBeNull();
    expect(unseen(popupViewOf({ state: 'not-webmail', host: null }))).toBeNull();
    expect(unseen(viewOfSession(sessionViewOf(), blind))).toBeNull();
  });

  test('that the session is bound to this device, where a sign of it was seen', () => {
    const line = (binding: PopupView['binding']) =>
      show(viewOfSession(sessionViewOf(), { binding })).querySelector('[data-binding]');
    expect(line('in-use')?.textContent).toContain('bound to this device');
    expect(line('in-use')?.getAttribute('data-outcome')).toBe('pass');
    expect(line('ended')?.getAttribute('data-outcome')).toBe('note');
    expect(line('none-seen')).toBeNull();
  });

  test('a page that is no webmail says that it is not being checked, and how to change that', () => {
    const body = show(popupViewOf({ state: 'not-webmail', host: null, providerName: null }));
    expect(body.textContent).toContain('This page is not being checked');
    expect(body.textContent).toContain('add it in the settings');
  });

  test('ways to the inspector and to the settings', () => {
    const links = [...show(popupViewOf()).querySelectorAll('nav a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/src/inspector/index.html',
      '/src/options/index.html',
    ]);
  });

  test('a way to the details of the session in front, whatever its id holds', () => {
    const id = 'open/outlook-work/a%2Fb#c&d';
    const [details] = show(viewOfSession(sessionViewOf({ id }))).querySelectorAll('nav a');
    expect(details?.textContent).toBe('Show details');
    const hash = details?.getAttribute('href')?.replace('/src/inspector/index.html', '') ?? '';
    expect(parseRoute(hash)).toEqual({ section: 'sessions', session: id, query: null });
  });

  test('a session that has ended says so and when', () => {
    const ended = sessionViewOf({ id: 'b', endedAtMs: 1_795_521_660_000 });
    const line = show(popupViewOf({ elsewhere: [ended] })).querySelector('.other-session');
    expect(line?.textContent).toMatch(/Ended \w+ \d+, 2026/);
  });

  test('a long list is cut, and says how much is missing', () => {
    const many = Array.from({ length: 11 }, (_, at) => sessionViewOf({ id: String(at) }));
    const body = show(popupViewOf({ elsewhere: many }));
    expect(body.querySelectorAll('.other-session')).toHaveLength(8);
    expect(body.textContent).toContain('More of them are in the inspector: 3');
  });
});
