// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rules } from '../../src/core/index.ts';
import type { PopupView, SessionView } from '../../src/protocol/views.ts';
import { forgedSession, popupViewOf, sessionViewOf } from '../support/views.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { show: showView, showState } = await import('../support/show-popup.tsx');

function show(here: readonly SessionView[], changes: Partial<PopupView> = {}): HTMLElement {
  return showView(
    popupViewOf({ state: here.length > 0 ? 'session' : 'waiting', here, ...changes }),
  );
}

const sessionOf = sessionViewOf;
const forged = forgedSession;

beforeEach(() => render(null, document.body));

describe('the popup', () => {
  test('of a genuine session says so, why, and that nothing has to be done', () => {
    const text = show([sessionOf()]).textContent;
    expect(text).toContain('Your Outlook session is genuine');
    expect(text).toContain('ada@contoso.example');
    expect(text).toContain('Nothing. You can go on.');
  });

  test('of a forgery says verdict, what to do, why, what was and was not checked, in this order', () => {
    const body = show([forged]);
    const headings = [...body.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Your Outlook session is forged',
      'What to do',
      'Why',
      'What was checked',
      'What was not checked',
    ]);
    const rule = rules.find(({ id }) => id === 'key-foreign');
    expect(body.querySelector('header')?.textContent).toContain(rule?.title);
    expect(body.textContent).toContain(rule?.explanation);
    expect(body.textContent).toContain(rule?.remedy);
    expect(body.querySelector('a')?.getAttribute('href')).toBe(forged.signOutUrl);
  });

  test('marks every check by word, not by colour alone, and leaves out what does not apply', () => {
    const items = [...show([forged]).querySelectorAll('[data-rule]')];
    expect(items.map((item) => item.querySelector('.visually-hidden')?.textContent)).toEqual([
      'Failed: ',
      'Passed: ',
      'Could not be checked: ',
    ]);
  });

  test('always says what no browser can see', () => {
    for (const session of [sessionOf(), forged]) {
      expect(show([session]).textContent).toContain('never passes through this browser');
    }
  });

  test('offers to try again where something could not be checked', () => {
    const session = sessionOf({ verdict: 'undetermined' }, { verdict: 'undetermined' });
    expect(show([session]).querySelector('button')?.textContent).toBe('Try again now');
  });

  test('shows the evidence one step away', () => {
    const details = show([forged]).querySelector('.evidence');
    expect(details?.hasAttribute('open')).toBe(false);
    expect(details?.textContent).toContain('somebody else');
    expect(details?.textContent).toContain('sts.windows.net');
  });

  test('shows hostile text as text, with what is invisible made visible', () => {
    const account = '<img src=x onerror=alert(1)>\u202egro.elpmaxe';
    const body = show([sessionOf({ account })], { elsewhere: [sessionOf({ id: 'b', account })] });
    expect(body.querySelector('img[src="x"]')).toBeNull();
    expect(body.textContent).toContain('<img src=x');
    expect(body.textContent).toContain('⟨U+202E⟩');
    expect(body.textContent).not.toContain('\u202e');
  });

  test('names other sessions with their verdicts in words', () => {
    const body = show([sessionOf()], {
      elsewhere: [sessionOf({ id: 'b', account: null, verdict: 'danger' })],
    });
    expect(body.querySelector('.other-session')?.textContent).toBe(
      'Outlook, account not namedForged',
    );
  });

  test.each([
    ['waiting', 'Nothing seen of your Outlook session yet'],
    ['not-webmail', 'Nothing to check on this page'],
    ['permission-missing', 'Countersign is not allowed to check Outlook'],
    ['site-closed', 'Countersign is kept from Outlook on this page'],
    ['hidden', 'Countersign cannot see which page this is'],
  ] as const)('says what is so without a session: %s', (state, sentence) => {
    showView(popupViewOf({ state }));
    expect(document.querySelector('h1')?.textContent).toBe(sentence);
    expect(document.querySelectorAll('section').length).toBeGreaterThanOrEqual(2);
  });

  test('says so when the background is silent', () => {
    showState({ kind: 'no-answer' });
    expect(document.querySelector('h1')?.textContent).toBe('Countersign did not answer');
  });
});
