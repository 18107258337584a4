import { describe, expect, test, vi } from 'vitest';
import { createWatchedHosts } from '../../../src/background/watched-hosts.ts';
import { knownDirectory } from '../../../src/core/index.ts';
import { atOnce } from '../../support/at-once.ts';
import { FakeStorage, runInFrames } from '../../support/page-frames.ts';
import { assembleToken } from '../../support/tokens.ts';

const { browser } = vi.hoisted(() => ({
  browser: {
    scripting: { executeScript: vi.fn() },
    tabs: {
      get: vi.fn(),
      query: vi.fn(async (): Promise<readonly object[]> => []),
      onUpdated: { addListener: vi.fn(), removeListener: vi.fn() },
    },
  },
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));
const { readStored, webStorage } = await import('../../../src/background/sources/web-storage.ts');

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');
const other = assembleToken('{"alg":"RS256","kid":"b"}', '{"aud":"other"}');
const page = { id: 4, isPrivate: false };
const seen = (value: string) =>
  readStored(page, { host: 'outlook.office.com', area: 'local', value }, 9).map(
    ({ credential }) => credential,
  );

test('what pages kept before the background started is read from those that are open', async () => {
  const url = 'https://outlook.office.com/mail/';
  browser.tabs.query.mockResolvedValueOnce([{ id: 4, url, incognito: false }]);
  runInFrames(browser.scripting.executeScript, {
    origin: new URL(url).origin,
    session: new FakeStorage({ token }),
  });
  const emit = vi.fn();
  const nowMs = () => 9;
  const { follow } = createWatchedHosts();
  const whenLookedAt = () => undefined;
  webStorage.start(emit, nowMs, { follow, patiently: atOnce(nowMs), whenLookedAt });
  await vi.waitFor(() => expect(emit).toHaveBeenCalledTimes(1));
  expect(emit.mock.calls[0]?.[0]).toMatchObject({
    credential: token,
    source: 'web-storage',
    tabIds: [4],
    seenAtMs: 9,
  });
});

describe('tokens in web storage', () => {
  test.each([
    ['MSAL.js', JSON.stringify({ credentialType: 'IdToken', secret: token, realm: 'x' }), [token]],
    ['oidc-client-ts', JSON.stringify({ id_token: token, access_token: other }), [token, other]],
    [
      'Okta',
      JSON.stringify({ idToken: { idToken: token }, accessToken: { accessToken: other } }),
      [token, other],
    ],
    ['a value that is a token', token, [token]],
  ])('%s', (_, value, expected) => {
    expect(seen(value)).toEqual(expected);
  });

  test('what an MSAL cache encrypts is told by its shape, whole', () => {
    const value = JSON.stringify({ id: '0190', nonce: 'AAAAAAAAAAAAAAAAAAAAAA', data: 'c2VhbGVk' });
    expect(seen(value)).toEqual([value]);
  });

  test('nothing in a refresh token, in settings, in nothing', () => {
    for (const value of ['', '{}', JSON.stringify({ secret: '0.AAAA-refresh' }), 'eyJ9']) {
      expect(seen(value)).toEqual([]);
    }
  });

  test('it belongs to the tab of the page, and to the host of the frame, that keeps it', () => {
    const stored = { host: 'outlook.live.com', area: 'session', value: token } as const;
    expect(readStored(page, stored, 9)).toEqual([
      expect.objectContaining({
        source: 'web-storage',
        tabIds: [4],
        host: 'outlook.live.com',
        documentHost: 'outlook.live.com',
        context: expect.objectContaining({ presentedAs: 'storage' }),
      }),
    ]);
  });
});

describe('when somebody looks at a tab', () => {
  const emit = vi.fn();
  const hosts = createWatchedHosts();
  const callbacks: ((tabId: number) => void)[] = [];
  webStorage.start(emit, () => 9, {
    follow: hosts.follow,
    patiently: atOnce(() => 9),
    whenLookedAt: (callback) => void callbacks.push(callback),
  });
  const look = async (url: string, incognito = false) => {
    emit.mockReset();
    browser.scripting.executeScript.mockClear();
    browser.tabs.get.mockResolvedValue({ url, incognito });
    runInFrames(browser.scripting.executeScript, {
      origin: new URL(url).origin,
      local: new FakeStorage({ token }),
    });
    for (const callback of callbacks) callback(4);
    await new Promise((resolve) => setTimeout(resolve, 10));
  };

  test('its page is read again, in a private window as such', async () => {
    for (const isPrivate of [false, true]) {
      await look('https://outlook.office.com/mail/', isPrivate);
      expect(emit).toHaveBeenCalledWith(
        expect.objectContaining({ credential: token, tabIds: [4], isPrivate }),
      );
    }
  });

  test('a page that is no webmail, and one of a webmail that is turned off, is left alone', async () => {
    await look('https://news.example/');
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
    hosts.change(knownDirectory, new Set(['outlook-work']));
    await look('https://outlook.office.com/mail/');
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
    hosts.change(knownDirectory);
    await look('https://outlook.office.com/mail/');
    expect(emit).toHaveBeenCalledTimes(1);
  });
});
