// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Inspection } from '../../src/core/index.ts';
import { rules } from '../../src/core/index.ts';
import type { PopupView, SessionView } from '../../src/protocol/views.ts';
import { inspectionOf } from '../support/inspections.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { Popup } = await import('../../src/popup/popup.tsx');

const sessionOf = (
  changes: Partial<SessionView> = {},
  inspection: Partial<Inspection> = {},
): SessionView => ({
  id: 'a',
  provider: 'outlook-work',
  providerName: 'Outlook',
  signOutUrl: 'https://mysignins.microsoft.com/security-info',
  account: 'ada@contoso.example',
  tenant: null,
  verdict: 'verified',
  inspections: [inspectionOf(inspection)],
  lastSeenAtMs: 0,
  endedAtMs: null,
  endedBecause: null,
  ...changes,
});

function show(here: readonly SessionView[], elsewhere: readonly SessionView[] = []): HTMLElement {
  const view = {
    state: here.length > 0 ? ('session' as const) : ('waiting' as const),
    host: 'outlook.office.com',
    providerName: 'Outlook',
    opaque: null,
    unseen: [],
    here,
    elsewhere,
  };
  render(<Popup state={{ kind: 'view', view }} />, document.body);
  return document.body;
}

const plainView: PopupView = {
  state: 'waiting',
  host: null,
  providerName: null,
  opaque: null,
  unseen: [],
  here: [],
  elsewhere: [],
};

const forged = sessionOf(
  { verdict: 'danger' },
  {
    verdict: 'danger',
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

beforeEach(() => render(null, document.body));

describe('the popup', () => {
  test('of a genuine session says so, why, and that nothing has to be done', () => {
    const text = show([sessionOf()]).textContent;
    expect(text).toContain('Your Outlook session is genuine');
    expect(text).toContain('ada@contoso.example');
    expect(text).toContain('Nothing. You can go on.');
  });

  test('of a forgery says verdict, why, what to do, what was and was not checked, in this order', () => {
    const body = show([forged]);
    const headings = [...body.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Your Outlook session is forged',
      'Why',
      'What to do',
      'What was checked',
      'What was not checked',
    ]);
    const rule = rules.find(({ id }) => id === 'key-foreign');
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
    const body = show([sessionOf({ account })], [sessionOf({ id: 'b', account })]);
    expect(body.querySelector('img[src="x"]')).toBeNull();
    expect(body.textContent).toContain('<img src=x');
    expect(body.textContent).toContain('⟨U+202E⟩');
    expect(body.textContent).not.toContain('\u202e');
  });

  test('names other sessions with their verdicts in words', () => {
    const body = show([sessionOf()], [sessionOf({ id: 'b', account: null, verdict: 'danger' })]);
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
    const view = { ...plainView, state, providerName: 'Outlook' };
    render(<Popup state={{ kind: 'view', view }} />, document.body);
    expect(document.querySelector('h1')?.textContent).toBe(sentence);
    expect(document.querySelectorAll('section').length).toBeGreaterThanOrEqual(2);
  });

  test('says so when the background is silent', () => {
    render(<Popup state={{ kind: 'no-answer' }} />, document.body);
    expect(document.querySelector('h1')?.textContent).toBe('Countersign did not answer');
  });
});
