import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ObservedRequest } from '../../src/platform/web-request.ts';

const { listen } = vi.hoisted(() => ({ listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
    webRequest: { onSendHeaders: { addListener: listen } },
  },
}));
const { observeAuthorization } = await import('../../src/platform/web-request.ts');

const details = (changes: object = {}) => ({
  url: 'https://graph.microsoft.com/v1.0/me',
  method: 'GET',
  tabId: 4,
  initiator: 'https://outlook.office.com',
  incognito: false,
  requestHeaders: [{ name: 'AUTHORIZATION', value: 'Bearer a.b.c' }],
  ...changes,
});

describe('observing requests', () => {
  let seen: ObservedRequest[] = [];
  const send = (changes: object = {}) => listen.mock.calls[0]?.[0](details(changes));

  beforeEach(() => {
    seen = [];
    listen.mockClear();
    observeAuthorization(['https://graph.microsoft.com/*'], (request) => seen.push(request));
  });

  test('does not block: no request waits for the extension', () => {
    expect(listen.mock.calls[0]?.[1]).toEqual({ urls: ['https://graph.microsoft.com/*'] });
    expect(listen.mock.calls[0]?.[2]).toEqual(['requestHeaders']);
  });

  test('a header in any case, in Chromium and in Firefox', () => {
    send();
    send({ initiator: undefined, documentUrl: 'https://outlook.office.com/mail/' });
    send({ initiator: undefined, originUrl: 'https://outlook.office.com/' });
    expect(seen.map(({ pageUrl }) => pageUrl)).toEqual([
      'https://outlook.office.com',
      'https://outlook.office.com/mail/',
      'https://outlook.office.com/',
    ]);
    expect(seen[0]?.authorizations).toEqual(['Bearer a.b.c']);
  });

  test('the method, and the proofs that came beside', () => {
    const authorization = { name: 'authorization', value: 'DPoP a.b.c' };
    send({ method: 'PUT', requestHeaders: [authorization, { name: 'dPoP', value: 'x.y.z' }] });
    send({ requestHeaders: [authorization, { name: 'DPoP' }] });
    expect(seen.map(({ method, proofs }) => [method, proofs])).toEqual([
      ['PUT', ['x.y.z']],
      ['GET', []],
    ]);
  });

  test('a request of a service worker has no tab', () => {
    send({ tabId: -1 });
    expect(seen[0]?.tabId).toBeNull();
  });

  test('requests without the header, or without headers, are nothing', () => {
    send({ requestHeaders: [] });
    send({ requestHeaders: undefined });
    send({ requestHeaders: [{ name: 'authorization' }] });
    expect(seen).toEqual([]);
  });

  test("the extension's own requests are left out, and only they", () => {
    send({ initiator: 'chrome-extension://abc' });
    send({ initiator: 'chrome-extension://abc/src/popup/index.html' });
    expect(seen).toEqual([]);
    send({ initiator: '' });
    send({ initiator: 'c' });
    send({ initiator: 'null' });
    send({ initiator: 'chrome-extension://abcd' });
    expect(seen).toHaveLength(4);
  });
});
