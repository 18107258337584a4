import { beforeEach, describe, expect, test, vi } from 'vitest';

const api = vi.hoisted(() => ({ request: vi.fn(), remove: vi.fn(), contains: vi.fn() }));
const web = vi.hoisted((): { webRequest?: { getSecurityInfo?: () => void } } => ({}));
vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: api,
    get webRequest() {
      return web.webRequest;
    },
  },
}));
const {
  canTellConnections,
  isPermitted,
  mayTellConnections,
  originsOf,
  releaseConnections,
  releaseHost,
  requestConnections,
  requestHosts,
} = await import('../../src/platform/host-permissions.ts');

beforeEach(() => {
  for (const call of Object.values(api)) call.mockReset().mockResolvedValue(true);
});

describe('asking for hosts', () => {
  test('names exactly the one host, in both schemes', async () => {
    expect(await requestHosts(['mail.contoso.example'])).toBe(true);
    expect(api.request.mock.calls).toEqual([
      [{ origins: ['https://mail.contoso.example/*', 'wss://mail.contoso.example/*'] }],
    ]);
  });

  test('asks at once, because browsers take it only while they handle a click', () => {
    void requestHosts(['mail.contoso.example', 'sso.contoso.example']);
    expect(api.request).toHaveBeenCalledTimes(1);
  });

  test('of no host asks nobody', async () => {
    expect(await requestHosts([])).toBe(true);
    expect(api.request).not.toHaveBeenCalled();
  });

  test.each([
    '*',
    '*.contoso.example',
    '',
    'mail.contoso.example/*',
    'mail.contoso.example:8443',
    'https://mail.contoso.example',
    'mail.contoso.example@evil.example',
    'MAIL.contoso.example',
    'a'.repeat(254),
    'mail.contoso.example\n',
    '<all_urls>',
  ])('%j is nothing to ask for', (host) => {
    expect(() => originsOf(host)).toThrow(RangeError);
    expect(() => requestHosts([host])).toThrow(RangeError);
    expect(api.request).not.toHaveBeenCalled();
  });
});

test('giving back names the same', async () => {
  await releaseHost('mail.contoso.example');
  expect(api.remove).toHaveBeenCalledWith({ origins: originsOf('mail.contoso.example') });
});

test('whether a host may be asked is about https', async () => {
  await isPermitted('sso.contoso.example');
  expect(api.contains).toHaveBeenCalledWith({ origins: ['https://sso.contoso.example/*'] });
});

describe('asking for connections', () => {
  const asked = [[{ permissions: ['webRequestBlocking'] }]];

  test('is possible where the browser tells certificates, and only with the permission', async () => {
    for (const without of [undefined, {}]) {
      if (without === undefined) delete web.webRequest;
      else web.webRequest = without;
      expect(canTellConnections()).toBe(false);
      expect(await mayTellConnections()).toBe(false);
    }
    expect(api.contains).not.toHaveBeenCalled();
    web.webRequest = { getSecurityInfo: () => undefined };
    expect(canTellConnections()).toBe(true);
    expect(await mayTellConnections()).toBe(true);
    api.contains.mockResolvedValue(false);
    expect(await mayTellConnections()).toBe(false);
    expect(api.contains.mock.calls[0]).toEqual(asked[0]);
  });

  test('names that permission and no host', async () => {
    await requestConnections();
    await releaseConnections();
    expect(api.request.mock.calls).toEqual(asked);
    expect(api.remove.mock.calls).toEqual(asked);
  });
});
