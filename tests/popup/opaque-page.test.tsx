// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CookieView, OpaqueView, SessionView } from '../../src/protocol/views.ts';
import { popupViewOf, sessionViewOf } from '../support/views.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { show } = await import('../support/show-popup.tsx');

beforeEach(() => render(null, document.body));

describe('the popup of a webmail that only its provider can check', () => {
  const sessionCookie: CookieView = {
    name: '__Host-s_',
    isPrefix: true,
    purpose: 'session',
    isHttpOnly: true,
    isSecure: true,
    sameSite: 'lax',
    differs: false,
  };
  const known: OpaqueView = {
    cookies: [sessionCookie],
    knownCookies: 2,
    binding: 'none-seen',
    idToken: 'none-seen',
    signOutUrl: 'https://myaccount.google.com/device-activity',
  };
  const showKnown = (changes: Partial<OpaqueView> = {}, here: readonly SessionView[] = []) => {
    return show(
      popupViewOf({
        state: 'opaque',
        host: 'mail.google.com',
        providerName: 'Gmail',
        opaque: { ...known, ...changes },
        here,
      }),
    );
  };

  test('says so, why, what to do, what is known and what was not checked, in this order', () => {
    const body = showKnown();
    const headings = [...body.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Your Gmail session cannot be checked by anyone but its provider',
      'Why',
      'What to do',
      'What is known',
      'What was not checked',
    ]);
    expect(body.querySelector('main')?.dataset['verdict']).toBe('not-inspected');
    expect(body.querySelector('a')?.getAttribute('href')).toBe(known.signOutUrl);
    expect(body.textContent).toContain('never passes through this browser');
  });

  test('shows each session cookie with its attributes in words, one step away', () => {
    const body = showKnown({
      cookies: [
        sessionCookie,
        { ...sessionCookie, name: 'SID', isPrefix: false, isSecure: false, differs: true },
      ],
    });
    expect(body.querySelector('.cookies')?.hasAttribute('open')).toBe(false);
    const [first, second] = [...body.querySelectorAll('[data-cookie]')].map(
      (item) => item.textContent,
    );
    expect(first).toContain('__Host-s_… names the session');
    expect(first).toContain('hidden from page code, encrypted connections only');
    expect(second).toContain('also over unencrypted connections');
    expect(second).toContain('documented otherwise');
    expect(first).not.toContain('documented otherwise');
  });

  test.each([
    [{ cookies: [] }, 'None of the session cookies'],
    [{ cookies: null }, 'does not tell which session cookies'],
    [{ cookies: [], knownCookies: 0 }, 'Nothing is known about the session cookies'],
    [{ binding: 'offered' }, 'offers to bind'],
    [{ binding: 'in-use' }, 'is bound to this device'],
    [{ binding: 'ended' }, 'ended the binding'],
    [{ idToken: 'seen' }, 'could not be checked'],
    [{ idToken: 'verified' }, 'It says nothing about the session that followed'],
  ] as const)('tells what is known: %j', (changes, sentence) => {
    expect(showKnown(changes).textContent).toContain(sentence);
  });

  test('shows what was seen of its tokens as evidence, and raises no alarm', () => {
    const session = sessionViewOf(
      { provider: 'gmail', providerName: 'Gmail', signOutUrl: null, verdict: 'not-inspected' },
      { verdict: 'not-inspected', token: null },
    );
    const body = showKnown({}, [session]);
    expect(body.querySelector('.evidence')).not.toBeNull();
    expect(body.querySelector('.button-danger')).toBeNull();
  });
});

test('a page that cannot be seen names the webmails that are not checked, with the reason and a way', () => {
  const view = popupViewOf({
    state: 'hidden',
    unseen: [
      { providerName: 'Gmail', reason: 'not-permitted', askHosts: ['mail.google.com'] },
      { providerName: 'Outlook', reason: 'closed', askHosts: [] },
    ],
  });
  show(view);
  const items = [...document.querySelectorAll('.unseen li')].map(({ textContent }) => textContent);
  expect(items).toEqual([
    'GmailNot allowed in your browserAllow on Gmail',
    'OutlookClosed to extensions',
  ]);
});
