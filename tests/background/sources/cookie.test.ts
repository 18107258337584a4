import { describe, expect, test, vi } from 'vitest';
import { createWatchedHosts } from '../../../src/background/watched-hosts.ts';
import type { ObservedCookie } from '../../../src/platform/cookies.ts';
import { atOnce } from '../../support/at-once.ts';
import { assembleToken } from '../../support/tokens.ts';

const { getAll } = vi.hoisted(() => ({ getAll: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    cookies: {
      getAll,
      getAllCookieStores: async () => [{ id: '0' }],
      onChanged: { addListener: () => undefined },
    },
  },
}));
const {
  belongsTo,
  cookie: source,
  readCookie,
} = await import('../../../src/background/sources/cookie.ts');

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');
const cookie = (changes: Partial<ObservedCookie> = {}): ObservedCookie => ({
  name: 'OpenIdConnect.id_token.v1',
  value: token,
  host: 'outlook.office.com',
  isDomainWide: false,
  isHttpOnly: true,
  isSecure: true,
  sameSite: 'none',
  expiresAtSeconds: null,
  partition: null,
  isPrivate: false,
  ...changes,
});

test('what was set before the background started is read from the cookies that are there', async () => {
  const held = { name: 'session', value: token, domain: 'outlook.office.com', hostOnly: true };
  getAll.mockImplementation(async ({ url }: { url: string }) =>
    url === 'https://outlook.office.com/' ? [{ ...held, storeId: '0' }] : [],
  );
  const emit = vi.fn();
  const nowMs = () => 9;
  const { follow } = createWatchedHosts();
  source.start(emit, nowMs, { follow, patiently: atOnce(nowMs), whenLookedAt: () => undefined });
  await vi.waitFor(() => expect(emit).toHaveBeenCalledTimes(1));
  expect(emit.mock.calls[0]?.[0]).toMatchObject({
    credential: token,
    source: 'cookie',
    host: 'outlook.office.com',
    seenAtMs: 9,
  });
});

describe('tokens in cookies', () => {
  test.each([
    ['alone', token],
    ['quoted', `"${token}"`],
    ['quoted for addresses', encodeURIComponent(JSON.stringify({ token }))],
  ])('a token that stands %s', (_, value) => {
    expect(readCookie('outlook.office.com', cookie({ value }), 3)).toEqual([
      expect.objectContaining({
        credential: token,
        source: 'cookie',
        host: 'outlook.office.com',
        tabIds: [],
        isPrivate: false,
        context: expect.objectContaining({ presentedAs: 'cookie' }),
      }),
    ]);
  });

  test('the key of an encrypted cache of MSAL.js is left alone, whatever stands in it', () => {
    const name = 'msal.cache.encryption';
    const real = encodeURIComponent(JSON.stringify({ id: '0190', key: 'A'.repeat(43) }));
    for (const value of [real, token]) {
      expect(readCookie('outlook.office.com', cookie({ name, value }), 3)).toEqual([]);
    }
  });

  test('of a private window it stays a private one', () => {
    const [found] = readCookie('outlook.office.com', cookie({ isPrivate: true }), 3);
    expect(found?.isPrivate).toBe(true);
  });

  test.each(['', 'opaque', 'EwA0', 'eyJ1aWQiOiJ4In0', 'x'.repeat(100_000)])(
    'nothing in an opaque one',
    (value) => {
      expect(readCookie('outlook.office.com', cookie({ value }), 3)).toEqual([]);
    },
  );

  test.each([
    ['outlook.office.com', 'outlook.office.com', false, true],
    ['outlook.office.com', 'outlook.office.com', true, true],
    ['outlook.office.com', 'office.com', true, true],
    ['outlook.office.com', 'office.com', false, false],
    ['outlook.office.com', 'look.office.com', true, false],
    ['outlook.office.com', 'evil.example', true, false],
  ])('%s gets a cookie of %s (whole domain: %s): %s', (host, owner, isDomainWide, expected) => {
    expect(belongsTo(host, cookie({ host: owner, isDomainWide }))).toBe(expected);
  });
});
