import { describe, expect, test, vi } from 'vitest';
import { createWatchedHosts } from '../../../src/background/watched-hosts.ts';
import { atOnce } from '../../support/at-once.ts';
import { assembleToken } from '../../support/tokens.ts';

const { query, executeScript } = vi.hoisted(() => ({ query: vi.fn(), executeScript: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: { onUpdated: { addListener: () => undefined }, query },
    scripting: { executeScript },
  },
}));
const { readStored, webStorage } = await import('../../../src/background/sources/web-storage.ts');

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');
const other = assembleToken('{"alg":"RS256","kid":"b"}', '{"aud":"other"}');
const page = { id: 4, host: 'outlook.office.com', isPrivate: false };
const seen = (value: string) =>
  readStored(page, { area: 'local', value }, 9).map(({ credential }) => credential);

test('what pages kept before the background started is read from those that are open', async () => {
  query.mockResolvedValue([{ id: 4, url: 'https://outlook.office.com/mail/', incognito: false }]);
  executeScript.mockImplementation(async ({ target }: { target: { tabId: number } }) =>
    target.tabId === 4 ? [{ result: [{ area: 'session', value: token }] }] : [],
  );
  const emit = vi.fn();
  const nowMs = () => 9;
  const { follow } = createWatchedHosts();
  webStorage.start(emit, nowMs, { follow, patiently: atOnce(nowMs) });
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

  test('it belongs to the tab whose page keeps it', () => {
    expect(readStored(page, { area: 'session', value: token }, 9)).toEqual([
      expect.objectContaining({
        source: 'web-storage',
        tabIds: [4],
        host: 'outlook.office.com',
        documentHost: 'outlook.office.com',
        context: expect.objectContaining({ presentedAs: 'storage' }),
      }),
    ]);
  });
});
