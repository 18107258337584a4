import { describe, expect, test, vi } from 'vitest';
import type { PopupView, SessionView } from '../../src/protocol/views.ts';
import { popupViewOf, sessionViewOf } from '../support/views.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { buildToolbarLook } = await import('../../src/background/responses/toolbar.ts');

const look = (state: PopupView['state'], verdict?: SessionView['verdict']) =>
  buildToolbarLook(
    popupViewOf({
      state,
      providerName: 'Gmail',
      here: verdict === undefined ? [] : [sessionViewOf({ verdict })],
    }),
  );

describe('the toolbar button', () => {
  test.each([
    ['session', 'verified', '✓', 'your Gmail session is genuine'],
    ['session', 'danger', '✕', 'your Gmail session is forged'],
    ['session', 'attention', '!', 'unusual'],
    ['session', 'undetermined', '?', 'could not be checked'],
    ['session', 'not-inspected', '', 'cannot be checked by anyone but its provider'],
    ['opaque', undefined, '', 'cannot be checked by anyone but its provider'],
    ['opaque', 'not-inspected', '', 'cannot be checked by anyone but its provider'],
    ['permission-missing', undefined, '?', 'not allowed to check Gmail'],
    ['site-closed', undefined, '?', 'kept from Gmail'],
    ['turned-off', undefined, '', 'turned the checking of Gmail off'],
    ['waiting', undefined, '', 'nothing to check'],
    ['not-webmail', undefined, '', 'nothing to check'],
    ['hidden', undefined, '', 'cannot see which page this is'],
  ] as const)('%s, %s: badge “%s”', (state, verdict, badge, words) => {
    const { title, badge: shown } = look(state, verdict);
    expect(shown).toBe(badge);
    expect(title).toContain('Countersign');
    expect(title).toContain(words);
  });

  test('has an icon for every size in every state', () => {
    expect(Object.keys(look('opaque').icons)).toEqual(['16', '24', '32']);
  });
});
