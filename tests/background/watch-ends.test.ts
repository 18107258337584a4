import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addInspection,
  type Inspection,
  knownDirectory,
  type Session,
  type SessionEnd,
  type UseOfInspection,
} from '../../src/core/index.ts';
import type { ObservedCookie } from '../../src/platform/cookies.ts';
import { inspectionOf } from '../support/inspections.ts';

const browser = vi.hoisted(() => ({
  listCookies: vi.fn(),
  onCookieRemoved: vi.fn(),
  keepsNothing: vi.fn(),
  onPageLoaded: vi.fn(),
  observeVisits: vi.fn(),
}));
vi.mock('../../src/platform/cookies.ts', () => browser);
vi.mock('../../src/platform/page-storage.ts', () => browser);
vi.mock('../../src/platform/visits.ts', () => browser);
vi.mock('../../src/platform/tabs.ts', async () => ({
  hostOf: (url: string) => new URL(url).hostname,
}));
const { cookieDelayMs, createEnds, storageDelayMs, watchEnds } = await import(
  '../../src/background/watch-ends.ts'
);

const nowMs = 1_795_521_660_000;
const sessionOf = (
  account: string,
  changes: Partial<Inspection> = {},
  use: Partial<UseOfInspection> = {},
): Session => {
  const base = inspectionOf({ seenAtMs: nowMs - 60_000, ...changes });
  const token = base.token && { ...base.token, subject: account, account };
  return addInspection(null, { ...base, token }, { isPrivate: false, tabIds: [1], ...use });
};

function setUp(known: readonly Session[]) {
  const ended: [string, SessionEnd['because']][] = [];
  const onEnd = vi.fn(async () => undefined);
  const parts = {
    sessions: {
      ready: Promise.resolve(),
      list: () => known,
      end: async (end: SessionEnd, isMeant: (session: Session) => boolean) => {
        const meant = known.filter(isMeant);
        for (const { account } of meant) ended.push([account ?? '', end.because]);
        return meant.length > 0;
      },
    },
    directory: () => knownDirectory,
    onEnd,
    isPrivateTab: async (tabId: number) => tabId === privateTab,
    nowMs: () => nowMs,
  };
  return { parts, ended, onEnd, ends: createEnds(parts) };
}

/** A private tab of whose requests the browser does not say that they are. */
const privateTab = 77;
const entraLogout = 'https://login.microsoftonline.com/common/oauth2/v2.0/logout';
const visitOf = (url: string, tabId = 1, isPrivate = false) => ({ url, tabId, isPrivate });

beforeEach(() => {
  vi.useFakeTimers();
  for (const mock of Object.values(browser)) mock.mockReset();
  browser.listCookies.mockResolvedValue([]);
  browser.keepsNothing.mockResolvedValue(true);
});
afterEach(() => void vi.useRealTimers());

describe('a sign-out', () => {
  const here = sessionOf('here');
  const elsewhere = sessionOf('elsewhere', {}, { tabIds: [2] });
  const hidden = sessionOf('hidden', {}, { isPrivate: true });
  const gmail = sessionOf('gmail', { provider: 'gmail', issuer: 'google' });
  const all = [here, elsewhere, hidden, gmail];

  test('at the sign-in service ends what was used in that tab, and nothing else', async () => {
    const { ends, ended, onEnd } = setUp(all);
    await ends.visit(visitOf(entraLogout));
    expect(ended).toEqual([['here', 'signed-out']]);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  test('in a private tab ends private sessions alone, whether the browser says so or the tab is asked', async () => {
    const signOut = 'https://outlook.office.com/owa/logoff.owa';
    for (const visit of [visitOf(signOut, 5, true), visitOf(signOut, privateTab)]) {
      const { ends, ended } = setUp(all);
      await ends.visit(visit);
      expect(ended).toEqual([['hidden', 'signed-out']]);
    }
  });

  test('at the sign-in service in a tab of something else ends nothing', async () => {
    const { ends, ended, onEnd } = setUp(all);
    await ends.visit(visitOf(entraLogout, 9));
    expect(ended).toEqual([]);
    expect(onEnd).not.toHaveBeenCalled();
  });

  test('at the webmail ends what was used in that tab, or else all of that webmail', async () => {
    const url = 'https://outlook.office.com/owa/logoff.owa';
    const first = setUp(all);
    await first.ends.visit(visitOf(url));
    expect(first.ended).toEqual([['here', 'signed-out']]);
    const second = setUp(all);
    await second.ends.visit(visitOf(url, 9));
    expect(second.ended.map(([account]) => account)).toEqual(['here', 'elsewhere']);
  });

  test('in a private window ends sessions of private windows only', async () => {
    const { ends, ended } = setUp(all);
    await ends.visit(visitOf(entraLogout, 1, true));
    expect(ended).toEqual([['hidden', 'signed-out']]);
  });

  test('of a provider that signs in at a host of its own', async () => {
    const { ends, ended } = setUp(all);
    await ends.visit(visitOf('https://accounts.google.com/Logout'));
    expect(ended).toEqual([['gmail', 'signed-out']]);
  });

  test('of a stranger, or another page of the service, ends nothing', async () => {
    const { ends, ended } = setUp(all);
    await ends.visit(visitOf('https://evil.example/logout'));
    await ends.visit(visitOf('https://login.microsoftonline.com/common/oauth2/v2.0/authorize'));
    expect(ended).toEqual([]);
  });
});

describe('session cookies that go', () => {
  const cookieOf = (changes: Partial<ObservedCookie> = {}): ObservedCookie => ({
    name: 'SID',
    value: '',
    host: 'google.com',
    isDomainWide: true,
    isHttpOnly: true,
    isSecure: true,
    sameSite: 'none',
    expiresAtSeconds: null,
    partition: null,
    isPrivate: false,
    ...changes,
  });
  const gmail = sessionOf('gmail', { provider: 'gmail', issuer: 'google' });
  const play = async (cookies: readonly ObservedCookie[], known = [gmail]) => {
    const { ends, ended } = setUp(known);
    for (const cookie of cookies) ends.cookieRemoved(cookie);
    await vi.advanceTimersByTimeAsync(cookieDelayMs);
    return ended;
  };

  test('all of them: the session is over, and that is looked at once', async () => {
    expect(await play([cookieOf(), cookieOf({ name: 'HSID' })])).toEqual([
      ['gmail', 'cookies-gone'],
    ]);
    expect(browser.listCookies).toHaveBeenCalledTimes(1);
  });

  test('while one is left it goes on', async () => {
    browser.listCookies.mockResolvedValue([cookieOf({ name: 'HSID' })]);
    expect(await play([cookieOf()])).toEqual([]);
  });

  test('one that is left in a private window is another session’s', async () => {
    browser.listCookies.mockResolvedValue([cookieOf({ isPrivate: true })]);
    expect(await play([cookieOf()])).toHaveLength(1);
  });

  test('cookies that cannot be read may be there', async () => {
    browser.listCookies.mockRejectedValue(new Error('No host permissions'));
    expect(await play([cookieOf()])).toEqual([]);
  });

  test.each([
    ['another name', { name: 'theme' }],
    ['one that names no session', { name: 'SAPISID' }],
    ['another host', { host: 'google.example' }],
    ['one host alone, and another one', { host: 'docs.google.com', isDomainWide: false }],
  ])('%s says nothing', async (_name, changes) => {
    expect(await play([cookieOf(changes)])).toEqual([]);
    expect(browser.listCookies).not.toHaveBeenCalled();
  });

  test('without a known session nothing is read', async () => {
    expect(await play([cookieOf()], [])).toEqual([]);
    expect(browser.listCookies).not.toHaveBeenCalled();
  });
});

describe('storage that was emptied', () => {
  const page = { id: 1, host: 'outlook.office.com', isPrivate: false };
  const stored = sessionOf('stored', { source: 'web-storage' });

  test('ends what was kept in it and has not been used since the page was loaded', async () => {
    const { ends, ended } = setUp([stored, sessionOf('sent')]);
    await ends.pageSettled(page, nowMs - 1_000);
    expect(ended).toEqual([['stored', 'storage-emptied']]);
    expect(browser.keepsNothing).toHaveBeenCalledWith(1, 'outlook.office.com');
  });

  test.each([
    ['used since', page, nowMs - 120_000],
    ['kept in another tab', { ...page, id: 2 }, nowMs],
    ['kept for another host', { ...page, host: 'outlook.office365.com' }, nowMs],
    ['of another window', { ...page, isPrivate: true }, nowMs],
  ])('a session that was %s goes on, and nothing is read', async (_name, where, loadedAtMs) => {
    const { ends, ended } = setUp([stored]);
    await ends.pageSettled(where, loadedAtMs);
    expect(ended).toEqual([]);
    expect(browser.keepsNothing).not.toHaveBeenCalled();
  });

  test('a page that keeps something, or cannot be read, ends nothing', async () => {
    browser.keepsNothing.mockResolvedValue(false);
    const { ends, ended } = setUp([stored]);
    await ends.pageSettled(page, nowMs);
    expect(ended).toEqual([]);
  });
});

describe('watching', () => {
  test('begins at once, for every webmail, sign-in service and issuer, and for no other host', async () => {
    const { parts, ended } = setUp([sessionOf('stored', { source: 'web-storage' })]);
    const reach = { pages: ['mail.example'], mail: [], signIn: ['sso.example'] };
    watchEnds(parts, { follow: ({ watch }) => void watch(reach) });
    const [added, fixed] = browser.observeVisits.mock.calls;
    expect(added?.[0]).toEqual(['mail.example', 'sso.example']);
    expect(fixed?.[0]).toContain('accounts.google.com');
    expect(browser.onCookieRemoved).toHaveBeenCalledTimes(1);
    const [pages, loaded] = browser.onPageLoaded.mock.calls[0] ?? [];
    expect(pages).toEqual(['mail.example']);
    loaded({ id: 1, host: 'outlook.office.com', isPrivate: false });
    await vi.advanceTimersByTimeAsync(storageDelayMs - 1);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual([['stored', 'storage-emptied']]);
  });
});
