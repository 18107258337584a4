import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addInspection, type Provider, providers, type Session } from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';

const look = vi.hoisted(() => ({
  access: vi.fn(),
  unseen: vi.fn(),
  isPageClosed: vi.fn(),
  cookies: vi.fn(),
}));
vi.mock('../../src/platform/site-access.ts', () => ({
  readSiteAccess: look.access,
  listUnseenHosts: look.unseen,
  isPageClosed: look.isPageClosed,
}));
vi.mock('../../src/platform/cookies.ts', () => ({ describeCookies: look.cookies }));
const { createTabViewer, noTab } = await import('../../src/background/tab-viewer.ts');
const { plainSurroundings } = await import('../../src/background/view.ts');

const nowMs = 1_795_521_660_000;
function viewer(
  sessions: readonly Session[] = [],
  off: readonly string[] = [],
  keyHostsOf: (provider: Provider) => readonly string[] = () => [],
  closedTabs: readonly number[] = [],
) {
  return createTabViewer({
    sessions: {
      ready: Promise.resolve(),
      saved: async () => {},
      add: async () => {},
      touch: () => true,
      end: async () => false,
      tidy: async () => undefined,
      erase: async () => undefined,
      forgetPrivate: async () => undefined,
      noteLoad: async () => {},
      loadedAtMs: () => 0,
      list: () => sessions,
    },
    webmails: () => providers,
    off: () => new Set(off),
    keyHostsOf,
    closedPages: { has: (tabId) => closedTabs.includes(tabId) },
    bindings: {
      ready: Promise.resolve(),
      note: () => {},
      erase: async () => {},
      forgetPrivate: async () => {},
      of: ({ provider, isPrivate }) =>
        provider === 'gmail' && !isPrivate ? 'in-use' : 'none-seen',
    },
    surroundings: () => plainSurroundings,
    nowMs: () => nowMs,
  });
}
const gmailTab = { id: 1, host: 'mail.google.com', isPrivate: false };
const outlookTab = { ...gmailTab, host: 'outlook.office.com' };

beforeEach(() => {
  for (const call of Object.values(look)) call.mockReset();
  look.access.mockResolvedValue('open');
  look.unseen.mockResolvedValue(new Map());
  look.isPageClosed.mockResolvedValue(false);
  look.cookies.mockResolvedValue([]);
});

describe('a webmail that is turned off', () => {
  test('says so, and nothing is looked up about it, whatever was seen before', async () => {
    const session = addInspection(null, inspectionOf({ verdict: 'danger', seenAtMs: nowMs }), {
      isPrivate: false,
      tabIds: [1],
      isLeftBehind: false,
    });
    const { look: see, glance } = viewer([session], ['gmail', 'outlook-work']);
    for (const tab of [gmailTab, outlookTab]) {
      expect(await see(tab)).toMatchObject({ state: 'turned-off', here: [], opaque: null });
      expect(await glance(tab)).toMatchObject({ state: 'turned-off' });
    }
    for (const call of Object.values(look)) expect(call).not.toHaveBeenCalled();
  });

  test('is none of those that a hidden page could be', async () => {
    look.unseen.mockImplementation(
      async (hosts: readonly string[]) => new Map(hosts.map((host) => [host, 'not-permitted'])),
    );
    const { unseen } = await viewer([], ['gmail']).look(noTab);
    expect(unseen.length).toBe(providers.length - 1);
    expect(unseen.map(({ providerName }) => providerName)).not.toContain('Gmail');
  });
});

describe('an opaque webmail', () => {
  test('is shown with its cookies and its binding when somebody looks', async () => {
    const view = await viewer().look(gmailTab);
    expect(view).toMatchObject({ state: 'opaque', opaque: { cookies: [], binding: 'in-use' } });
    expect(look.cookies).toHaveBeenCalledWith(1, 'mail.google.com', ['google.com']);
  });

  test('in a private window has what was seen in private windows only', async () => {
    const view = await viewer().look({ ...gmailTab, isPrivate: true });
    expect(view.opaque?.binding).toBe('none-seen');
  });

  test('whose cookies the browser refuses is shown without', async () => {
    look.cookies.mockRejectedValue(new Error('No host permissions'));
    expect(await viewer().look(gmailTab)).toMatchObject({
      state: 'opaque',
      opaque: { cookies: null },
    });
  });

  test('is not looked up for the toolbar', async () => {
    expect((await viewer().glance(gmailTab)).state).toBe('opaque');
    expect(look.cookies).not.toHaveBeenCalled();
    expect(look.isPageClosed).not.toHaveBeenCalled();
  });
});

describe('other webmails', () => {
  test('have no cookies looked up', async () => {
    expect((await viewer().look(outlookTab)).state).toBe('waiting');
    expect(look.cookies).not.toHaveBeenCalled();
  });
});

describe('seeing that one does not see', () => {
  test('the toolbar of a page that the browser hides knows of webmails that are not seen', async () => {
    const hidden = { ...outlookTab, host: null };
    expect((await viewer().glance(hidden)).state).toBe('not-webmail');
    look.unseen.mockResolvedValue(new Map([['outlook.live.com', 'not-permitted']]));
    expect((await viewer().glance(hidden)).state).toBe('hidden');
  });

  test.each([
    ['not-permitted', 'permission-missing'],
    ['closed', 'site-closed'],
  ] as const)('a host that is %s', async (access, state) => {
    look.access.mockResolvedValue(access);
    expect((await viewer().look(outlookTab)).state).toBe(state);
    expect((await viewer().glance(gmailTab)).state).toBe(state);
  });

  test('a webmail without permission says for which of its hosts the person can be asked', async () => {
    look.access.mockResolvedValue('not-permitted');
    look.unseen.mockResolvedValue(
      new Map([
        ['outlook.office.com', 'not-permitted'],
        ['graph.microsoft.com', 'closed'],
      ]),
    );
    expect((await viewer().look(outlookTab)).askHosts).toEqual(['outlook.office.com']);
    expect(look.unseen.mock.calls[0]?.[0]).toContain('graph.microsoft.com');
  });

  test('with the host of an added webmail, that of its issuer’s keys is asked for', async () => {
    look.access.mockResolvedValue('not-permitted');
    look.unseen.mockResolvedValue(
      new Map([
        ['outlook.office.com', 'not-permitted'],
        ['sso.contoso.example', 'not-permitted'],
      ]),
    );
    const expected = ['outlook.office.com', 'sso.contoso.example'];
    const withKeys = viewer([], [], ({ id }) =>
      id === 'outlook-work' ? ['sso.contoso.example'] : [],
    );
    expect((await withKeys.look(outlookTab)).askHosts).toEqual(expected);
    const { unseen } = await withKeys.look({ ...outlookTab, host: null });
    expect(unseen.map(({ askHosts }) => askHosts)).toEqual([expected]);
  });

  test('a page that the browser keeps for itself is told when nothing was seen of it', async () => {
    look.isPageClosed.mockResolvedValue(true);
    expect((await viewer().look(outlookTab)).state).toBe('site-closed');
    expect((await viewer().look(gmailTab)).state).toBe('site-closed');
  });

  test('a page that was found to be kept from the extension is told by the button, until something is seen of it', async () => {
    const session = addInspection(null, inspectionOf(), { isPrivate: false, tabIds: [1] });
    const glanceAt = (tab: typeof outlookTab, sessions: readonly Session[], closed: number[]) =>
      viewer(sessions, [], () => [], closed).glance(tab);
    for (const tab of [outlookTab, gmailTab]) {
      expect((await glanceAt(tab, [], [1])).state).toBe('site-closed');
      expect((await glanceAt(tab, [], [2])).state).not.toBe('site-closed');
    }
    expect((await glanceAt(outlookTab, [session], [1])).state).toBe('session');
    expect(look.isPageClosed).not.toHaveBeenCalled();
  });

  test('a page of which a token was seen is open, and is not asked', async () => {
    look.isPageClosed.mockResolvedValue(true);
    const session = addInspection(null, inspectionOf(), { isPrivate: false, tabIds: [1] });
    expect((await viewer([session]).look(outlookTab)).state).toBe('session');
    expect(look.isPageClosed).not.toHaveBeenCalled();
  });

  test('a page that the browser does not tell: webmails that it could be, each once', async () => {
    look.unseen.mockResolvedValue(
      new Map([
        ['outlook.office.com', 'not-permitted'],
        ['outlook.office365.com', 'closed'],
        ['mail.google.com', 'not-permitted'],
      ]),
    );
    for (const tab of [noTab, { ...gmailTab, host: null }]) {
      expect(await viewer().look(tab)).toMatchObject({
        state: 'hidden',
        unseen: [
          { providerName: 'Outlook', reason: 'closed', askHosts: [] },
          { providerName: 'Gmail', reason: 'not-permitted', askHosts: ['mail.google.com'] },
        ],
      });
    }
  });

  test('a page of the browser, with every webmail open to us, is nothing to check', async () => {
    expect((await viewer().look({ ...gmailTab, host: null })).state).toBe('not-webmail');
  });

  test('another site is nothing to check, and nothing is looked up', async () => {
    expect((await viewer().look({ ...gmailTab, host: 'example.org' })).state).toBe('not-webmail');
    expect(look.access).not.toHaveBeenCalled();
  });
});
