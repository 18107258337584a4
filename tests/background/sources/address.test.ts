import { describe, expect, test, vi } from 'vitest';
import { createWatchedHosts } from '../../../src/background/watched-hosts.ts';
import { atOnce } from '../../support/at-once.ts';
import { assembleToken } from '../../support/tokens.ts';

const { query } = vi.hoisted(() => ({ query: vi.fn() }));
const event = { addListener: () => undefined };
vi.mock('webextension-polyfill', () => ({
  default: {
    webRequest: { onBeforeRequest: event, onBeforeRedirect: event },
    tabs: { onUpdated: event, query },
  },
}));
const { address, readAddress } = await import('../../../src/background/sources/address.ts');

const idToken = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');
const accessToken = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"https://api.example"}');
const seen = (url: string) =>
  readAddress(
    { url, method: 'GET', tabId: 2, pageUrl: 'https://mail.example/', isPrivate: false },
    7,
  );

test('what was gone to before the background started is read from the open tabs', async () => {
  const url = `https://outlook.office.com/mail/#code=the-code&id_token=${idToken}`;
  query.mockResolvedValue([{ id: 5, url, incognito: false }]);
  const emit = vi.fn();
  const nowMs = () => 9;
  const { follow } = createWatchedHosts();
  address.start(emit, nowMs, { follow, patiently: atOnce(nowMs), whenLookedAt: () => undefined });
  await vi.waitFor(() => expect(emit).toHaveBeenCalledTimes(1));
  expect(emit.mock.calls[0]?.[0]).toMatchObject({
    credential: idToken,
    tabIds: [5],
    seenAtMs: 9,
    context: { presentedAs: 'id-token', code: 'the-code', method: null, url },
  });
});

describe('tokens in addresses', () => {
  test('a fragment with an ID token, a code and an access token', () => {
    const found = seen(
      `https://outlook.office.com/mail/#code=the-code&id_token=${idToken}&access_token=${accessToken}`,
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      credential: idToken,
      host: 'outlook.office.com',
      documentHost: 'mail.example',
      tabIds: [2],
      context: { presentedAs: 'id-token', code: 'the-code', accessToken },
    });
    expect(found[1]).toMatchObject({
      credential: accessToken,
      context: { presentedAs: 'parameter', code: null, accessToken: null },
    });
  });

  test.each([
    ['a query', `https://outlook.office.com/x?token=${accessToken}`],
    ['a WebSocket', `wss://outlook.office.com/socket?access_token=${accessToken}`],
    [
      'a fragment that begins like a path',
      `https://outlook.office.com/#/access_token=${accessToken}`,
    ],
    ['a path', `https://outlook.office.com/open/${accessToken}/view`],
  ])('%s', (_, url) => {
    expect(seen(url)).toEqual([
      expect.objectContaining({ credential: accessToken, host: 'outlook.office.com' }),
    ]);
  });

  test('what stands first counts where a name stands twice', () => {
    const [found] = seen(`https://outlook.office.com/#id_token=${idToken}&code=first&code=second`);
    expect(found?.context.code).toBe('first');
  });

  test.each([
    'https://outlook.office.com/mail/?keys=eyes',
    'https://outlook.office.com/?client_info=eyJ1aWQiOiJ4In0',
    'about:blank#eyJhbGciOiJub25lIn0.e30.',
  ])('nothing in %s', (url) => {
    expect(seen(url)).toEqual([]);
  });
});
