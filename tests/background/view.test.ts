import { describe, expect, test } from 'vitest';
import { buildPopupView, nothingLookedUp } from '../../src/background/view.ts';
import { addInspection, type Inspection } from '../../src/core/index.ts';
import type { SiteAccess } from '../../src/platform/site-access.ts';
import { inspectionOf } from '../support/inspections.ts';

const startMs = 1_795_521_660_000;
const tab = {
  id: 1,
  host: 'outlook.office.com',
  loadedAtMs: 0,
  access: 'open',
  isPrivate: false,
} as const;

const sessionOf = (account: string, changes: Partial<Inspection> = {}, tabIds = [1]) => {
  const base = inspectionOf(changes);
  const inspection = { ...base, token: base.token && { ...base.token, account, subject: account } };
  return addInspection(null, inspection, { isPrivate: false, tabIds });
};

/** A credential that nobody can read, as it was seen in tab 1. */
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
    const stateAt = (access: SiteAccess) =>
      buildPopupView({ ...tab, access }, [sessionOf('ada')], startMs).state;
    expect(stateAt('not-permitted')).toBe('permission-missing');
    expect(stateAt('closed')).toBe('site-closed');
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

  test('elsewhere they are no line of their own beside a session of the same webmail', () => {
    const away = { ...tab, id: 9, host: 'example.org' };
    const linesOf = (...sessions: Parameters<typeof buildPopupView>[1]) =>
      buildPopupView(away, sessions, startMs).elsewhere.map(({ verdict }) => verdict);
    expect(linesOf(unread(), sessionOf('ada'))).toEqual(['verified']);
    expect(linesOf(unread())).toEqual(['not-inspected']);
    expect(linesOf(unread({ provider: 'outlook-consumer' }), sessionOf('ada'))).toHaveLength(2);
    expect(linesOf({ ...unread(), isPrivate: true }, sessionOf('ada'))).toHaveLength(2);
    expect(linesOf(unread({ verdict: 'undetermined' }), sessionOf('ada'))).toHaveLength(2);
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

describe('on a webmail whose sessions nobody but its provider can check', () => {
  const gmail = { ...tab, host: 'mail.google.com' };
  const ofGmail = (changes: Partial<Inspection> = {}) =>
    sessionOf('ada', { provider: 'gmail', issuer: 'google', host: 'mail.google.com', ...changes });

  test('it says so without having seen a token, and never that it is waiting', () => {
    const view = buildPopupView(gmail, [], startMs);
    expect(view).toMatchObject({ state: 'opaque', providerName: 'Gmail', here: [] });
    expect(view.opaque).toMatchObject({
      binding: 'none-seen',
      idToken: 'none-seen',
      cookies: null,
    });
  });

  test('a genuine ID token is told, and does not make the session genuine, here or elsewhere', () => {
    const view = buildPopupView(gmail, [ofGmail()], startMs);
    expect(view.state).toBe('opaque');
    expect(view.opaque?.idToken).toBe('verified');
    expect(view.here.map(({ verdict }) => verdict)).toEqual(['not-inspected']);
    const other = buildPopupView(tab, [ofGmail()], startMs);
    expect(other.elsewhere.map(({ verdict }) => verdict)).toEqual(['not-inspected']);
  });

  test('an ID token that could not be checked is seen, and no more', () => {
    const view = buildPopupView(gmail, [ofGmail({ verdict: 'undetermined' })], startMs);
    expect(view).toMatchObject({ state: 'opaque', opaque: { idToken: 'seen' } });
  });

  test('a token of somebody else’s says nothing about the sign-in', () => {
    for (const issuer of ['entra', null]) {
      const view = buildPopupView(gmail, [ofGmail({ issuer })], startMs);
      expect(view).toMatchObject({ state: 'opaque', opaque: { idToken: 'none-seen' } });
    }
  });

  test.each(['danger', 'attention'] as const)(
    'what is wrong with one of its tokens is told: %s',
    (verdict) => {
      const view = buildPopupView(gmail, [ofGmail(), ofGmail({ verdict })], startMs);
      expect(view).toMatchObject({ state: 'session', opaque: null });
      expect(view.here[0]?.verdict).toBe(verdict);
    },
  );

  test('a site that may not be looked at is told first', () => {
    for (const access of ['not-permitted', 'closed'] as const) {
      const view = buildPopupView({ ...gmail, access }, [], startMs);
      expect(view.state).not.toBe('opaque');
      expect(view.opaque).toBeNull();
    }
  });
});

describe('on a page that the browser does not tell', () => {
  const unseen = [{ providerName: 'Gmail', reason: 'not-permitted', askHosts: [] }] as const;

  test('it says which webmails it could be and would not be checked', () => {
    const view = buildPopupView({ ...tab, host: null }, [], startMs, {
      ...nothingLookedUp,
      unseen,
    });
    expect(view).toMatchObject({ state: 'hidden', unseen });
  });

  test('there is nothing to check when every webmail may be looked at', () => {
    expect(buildPopupView({ ...tab, host: null }, [], startMs)).toMatchObject({
      state: 'not-webmail',
      unseen: [],
    });
  });

  test('a page that is known has no such list', () => {
    const view = buildPopupView(tab, [], startMs, { ...nothingLookedUp, unseen });
    expect(view).toMatchObject({ state: 'waiting', unseen: [] });
  });
});

describe('what is said beside the verdict', () => {
  test('hosts to ask for stand only where a permission is missing', () => {
    const known = { ...nothingLookedUp, askHosts: ['outlook.office.com'] };
    const viewAt = (access: SiteAccess) => buildPopupView({ ...tab, access }, [], startMs, known);
    expect(viewAt('not-permitted').askHosts).toEqual(['outlook.office.com']);
    expect(viewAt('open').askHosts).toEqual([]);
    expect(viewAt('closed').askHosts).toEqual([]);
  });

  test('first use ends with the first session, wherever it was seen', () => {
    expect(buildPopupView(tab, [], startMs).isFirstUse).toBe(true);
    expect(buildPopupView(tab, [sessionOf('ada', {}, [2])], startMs).isFirstUse).toBe(false);
  });

  test('sessions elsewhere are lines: their tokens are not sent', () => {
    const view = buildPopupView(tab, [sessionOf('ada', {}, [2])], startMs);
    expect(view.elsewhere[0]).not.toHaveProperty('inspections');
  });

  test('the browser and its owner, and a private window', () => {
    const surroundings = {
      isOnline: false,
      isManaged: true,
      supportContact: { phone: '1' },
      mayAccept: false,
      seesPrivateWindows: false,
    };
    expect(
      buildPopupView({ ...tab, isPrivate: true }, [], startMs, nothingLookedUp, surroundings),
    ).toMatchObject({ ...surroundings, isPrivate: true });
  });
});
