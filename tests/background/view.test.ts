import { describe, expect, test } from 'vitest';
import { buildPopupView } from '../../src/background/view.ts';
import { addInspection, type Inspection } from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';

const startMs = 1_795_521_660_000;
const tab = { id: 1, host: 'outlook.office.com', loadedAtMs: 0, canSee: true };

const sessionOf = (account: string, changes: Partial<Inspection> = {}, tabIds = [1]) => {
  const base = inspectionOf(changes);
  const inspection = { ...base, token: base.token && { ...base.token, account, subject: account } };
  return addInspection(null, inspection, { isPrivate: false, tabIds });
};

describe('what the popup shows', () => {
  test('on a page that is no webmail, nothing to check', () => {
    const view = buildPopupView({ ...tab, host: 'example.org' }, [sessionOf('ada')], startMs);
    expect(view).toMatchObject({ state: 'not-webmail', here: [] });
    expect(view.elsewhere).toHaveLength(1);
  });

  test('on a page of the browser, nothing to check', () => {
    expect(buildPopupView({ ...tab, host: null }, [], startMs).state).toBe('not-webmail');
  });

  test('on a webmail without a token, waiting', () => {
    expect(buildPopupView(tab, [], startMs)).toMatchObject({
      state: 'waiting',
      providerName: 'Outlook',
    });
  });

  test('on a webmail that the browser hides from us, it says so, whatever was seen before', () => {
    const view = buildPopupView({ ...tab, canSee: false }, [sessionOf('ada')], startMs);
    expect(view.state).toBe('permission-missing');
  });

  test('the worst session of this tab comes first', () => {
    const view = buildPopupView(
      tab,
      [sessionOf('ada'), sessionOf('mallory', { verdict: 'danger' })],
      startMs,
    );
    expect(view.state).toBe('session');
    expect(view.here.map(({ account }) => account)).toEqual(['mallory', 'ada']);
  });

  test('credentials that nobody can read belong to the session beside them', () => {
    const unread = (changes: Partial<Inspection> = {}) =>
      addInspection(
        null,
        inspectionOf({
          token: null,
          verdict: 'not-inspected',
          notInspected: 'opaque-encrypted-cache',
          outcomes: [],
          fingerprint: 'unread',
          ...changes,
        }),
        { isPrivate: false, tabIds: [1] },
      );
    const view = buildPopupView(tab, [unread(), sessionOf('ada')], startMs);
    expect(view.here).toHaveLength(1);
    expect(view.here[0]).toMatchObject({ account: 'ada', verdict: 'verified' });
    expect(view.here[0]?.inspections.map(({ fingerprint }) => fingerprint)).toContain('unread');
    expect(view.elsewhere).toEqual([]);
    // Alone, they are all that is known of this webmail.
    expect(buildPopupView(tab, [unread()], startMs).here[0]?.verdict).toBe('not-inspected');
    // A finding stands for itself.
    const odd = buildPopupView(
      tab,
      [unread({ verdict: 'undetermined' }), sessionOf('ada')],
      startMs,
    );
    expect(odd.here.map(({ verdict }) => verdict)).toEqual(['undetermined', 'verified']);
  });

  test('a session of another tab stands elsewhere', () => {
    const view = buildPopupView(tab, [sessionOf('ada', {}, [2])], startMs);
    expect(view.state).toBe('waiting');
    expect(view.elsewhere.map(({ account }) => account)).toEqual(['ada']);
  });

  test('a session that was used before the page was loaded anew stands elsewhere', () => {
    const view = buildPopupView(
      { ...tab, loadedAtMs: startMs + 1 },
      [sessionOf('ada')],
      startMs + 2,
    );
    expect(view.here).toEqual([]);
  });
});
