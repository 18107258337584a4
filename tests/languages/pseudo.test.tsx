// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupView } from '../../src/protocol/views.ts';
import { readEnglish } from '../../tools/languages/english.ts';
import { toFile } from '../../tools/languages/message-file.ts';
import {
  pseudoLanguages,
  pseudoMessages,
  pseudoStart,
  pseudoText,
} from '../../tools/languages/pseudo.ts';
import { polyfillOf } from '../support/polyfill.ts';
import { findUntranslated } from '../support/untranslated.ts';
import { forgedSession, popupViewOf, sessionViewOf, viewOfSession } from '../support/views.ts';

const { polyfill } = vi.hoisted(() => ({ polyfill: { default: {} as Record<string, unknown> } }));
vi.mock('webextension-polyfill', () => polyfill);
const { show, showState } = await import('../support/show-popup.tsx');

const english = await readEnglish();

const views: Readonly<Record<string, PopupView>> = {
  genuine: viewOfSession(sessionViewOf()),
  forged: viewOfSession(forgedSession, { isManaged: true, isPrivate: true }),
  unchecked: viewOfSession(sessionViewOf({ verdict: 'undetermined' }, { verdict: 'undetermined' })),
  unusual: viewOfSession(
    sessionViewOf(
      { verdict: 'attention' },
      {
        verdict: 'attention',
        outcomes: [{ rule: 'key-weak', outcome: 'fail', severity: 'attention', evidence: [] }],
      },
    ),
  ),
  waiting: popupViewOf(),
  'first use': popupViewOf({ state: 'not-webmail', providerName: null, isFirstUse: true }),
  'not a webmail': popupViewOf({ state: 'not-webmail', providerName: null }),
  'not permitted': popupViewOf({ state: 'permission-missing', askHosts: ['outlook.office.com'] }),
  closed: popupViewOf({ state: 'site-closed' }),
  hidden: popupViewOf({ state: 'hidden', providerName: null }),
};

beforeEach(() => {
  render(null, document.body);
});

describe.each(pseudoLanguages)('the popup in %s', (language) => {
  beforeEach(() => {
    const file = JSON.parse(toFile(language, pseudoMessages(english, language)));
    Object.assign(polyfill.default, polyfillOf(file, 'en').default);
  });

  test.each(Object.entries(views))('%s: every text is a message', (_name, view) => {
    show(view);
    expect(document.body.textContent).toContain(pseudoStart);
    // The name of a webmail beside the account of another session is a name.
    const names = new Set(['Outlook', 'Outlook, ']);
    expect(findUntranslated(document.body).filter((text) => !names.has(text))).toEqual([]);
  });

  test.each(['loading', 'no-answer'] as const)('%s: every text is a message', (kind) => {
    showState({ kind });
    expect(document.body.textContent).toContain(pseudoStart);
    expect(findUntranslated(document.body)).toEqual([]);
  });
});

describe('a pseudo-language', () => {
  test('is longer, accented and in brackets, and keeps placeholders', () => {
    const text = pseudoText('Your $WEBMAIL$ session is genuine', 'en-XA');
    expect(text).toMatch(/^⟦Ýöûŕ \$WEBMAIL\$ šéššîöñ îš ĝéñûîñé( ~)+⟧$/);
    expect(text.length).toBeGreaterThan('Your $WEBMAIL$ session is genuine'.length * 1.3);
  });

  test('stands from right to left where that is tried', () => {
    expect(pseudoText('Why', 'ar-XB')).toBe('⟦\u202eŴĥý ~\u202c⟧');
    expect(toFile('ar-XB', new Map())).toContain('"rtl"');
    expect(toFile('en-XA', new Map())).toContain('"ltr"');
  });

  test('finds what is written out', () => {
    document.body.innerHTML = '<p>Hello <b title="There">⟦x⟧</b><bdi>Ada</bdi> 12</p>';
    expect(findUntranslated(document.body)).toEqual(['Hello ', 'There']);
  });
});
