import { describe, expect, test } from 'vitest';
import { answerRemoveSession } from '../../src/background/answers/remove-session.ts';
import { addInspection, providers, type Session, type SessionEnd } from '../../src/core/index.ts';
import type { KnownTab } from '../../src/platform/tabs.ts';
import { inspectionOf } from '../support/inspections.ts';

const host = 'outlook.office.com';

function setUp(
  tab: KnownTab | null,
  changes: { readonly isEmptied?: boolean; readonly left?: number } = {},
) {
  const steps: string[] = [];
  const ended: { end: SessionEnd; isMeant: (session: Session) => boolean }[] = [];
  const remove = answerRemoveSession({
    readTab: async () => tab,
    listSiteTabs: async (tabId) => [tabId, 9],
    emptySiteStorage: async (tabId, of) => {
      steps.push(`storage of ${of} in ${tabId}`);
      return changes.isEmptied ?? true;
    },
    removeSiteCookies: async (tabId, of, keepers) => {
      steps.push(`cookies of ${[of, ...keepers].join(' and ')} in ${tabId}`);
      return { removed: 3, left: changes.left ?? 0 };
    },
    reloadTab: async (tabId) => void steps.push(`reload ${tabId}`),
    webmails: () => providers,
    end: async (end, isMeant) => {
      ended.push({ end, isMeant });
      return true;
    },
    nowMs: () => 5,
  });
  return { steps, ended, remove: () => remove({ type: 'remove-session', tabId: tab?.id ?? 1 }) };
}

const tabOf = (shown: string | null): KnownTab => ({ id: 7, host: shown, isPrivate: false });

describe('removing a session from the browser', () => {
  test('empties storage first, then takes the cookies, and loads the pages anew at last', async () => {
    const { steps, remove } = setUp(tabOf(host));
    expect(await remove()).toEqual({
      result: 'done',
      cookies: 3,
      cookiesLeft: 0,
      isStorageEmpty: true,
      tabs: 2,
    });
    expect(steps).toEqual([
      `storage of ${host} in 7`,
      `storage of ${host} in 9`,
      `cookies of ${host} in 7`,
      'reload 7',
      'reload 9',
    ]);
  });

  test('asks for the cookies that a host above keeps, where the webmail has such', async () => {
    const { steps, remove } = setUp(tabOf('mail.google.com'));
    await remove();
    expect(steps.join()).toContain('cookies of mail.google.com and ');
  });

  test('tells what could not be removed', async () => {
    const { remove } = setUp(tabOf(host), { isEmptied: false, left: 2 });
    expect(await remove()).toMatchObject({ isStorageEmpty: false, cookiesLeft: 2 });
  });

  test('ends the sessions of these tabs and of no others', async () => {
    const { ended, remove } = setUp(tabOf(host));
    await remove();
    const [{ end, isMeant } = { end: null, isMeant: () => false }] = ended;
    expect(end).toEqual({ atMs: 5, because: 'cookies-gone' });
    const use = { isPrivate: false, tabIds: [9] };
    const session = addInspection(null, inspectionOf(), use);
    expect(isMeant(session)).toBe(true);
    expect(isMeant({ ...session, isPrivate: true })).toBe(false);
    expect(isMeant({ ...session, provider: 'gmail' })).toBe(false);
    expect(isMeant(addInspection(null, inspectionOf(), { ...use, tabIds: [3] }))).toBe(false);
  });

  test.each([
    ['has gone', null],
    ['hides its page', tabOf(null)],
    ['shows no webmail', tabOf('bank.example')],
  ])('does nothing for a tab that %s', async (_, tab) => {
    const { steps, ended, remove } = setUp(tab);
    expect(await remove()).toEqual({ result: 'not-a-webmail' });
    expect([steps, ended]).toEqual([[], []]);
  });
});
