import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ObservedHeader } from '../../src/platform/header-names.ts';

const { send, receive, remove } = vi.hoisted(() => ({
  send: vi.fn(),
  receive: vi.fn(),
  remove: vi.fn(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
    webRequest: {
      onSendHeaders: { addListener: send, removeListener: remove },
      onHeadersReceived: { addListener: receive, removeListener: remove },
    },
  },
}));
const { observeHeaderNames } = await import('../../src/platform/header-names.ts');

const url = 'https://mail.google.com/mail/u/0/';
const wanted = {
  request: new Set(['sec-session-id']),
  response: new Set(['secure-session-challenge']),
};

describe('observing that headers are there', () => {
  let seen: ObservedHeader[] = [];
  let stop = () => {};
  beforeEach(() => {
    seen = [];
    send.mockClear();
    receive.mockClear();
    stop = observeHeaderNames(['https://mail.google.com/*'], wanted, (header) => seen.push(header));
  });
  const request = (changes: object = {}) =>
    send.mock.calls[0]?.[0]({
      url,
      initiator: 'https://mail.google.com',
      tabId: 7,
      incognito: false,
      ...changes,
    });
  const answer = (changes: object = {}) =>
    receive.mock.calls[0]?.[0]({ url, tabId: -1, incognito: false, ...changes });

  test('blocks nothing and asks for the named hosts only', () => {
    for (const listener of [send, receive]) {
      expect(listener.mock.calls[0]?.[1].urls).toEqual(['https://mail.google.com/*']);
      expect(listener.mock.calls[0]?.[1].types).not.toContain('image');
      expect(listener.mock.calls[0]?.[2]).not.toContain('blocking');
    }
  });

  test('tells the name in small letters, and never a value', () => {
    request({ requestHeaders: [{ name: 'Sec-Session-Id', value: 'secret' }] });
    answer({
      responseHeaders: [{ name: 'Secure-Session-Challenge', value: 'secret' }],
      incognito: true,
    });
    expect(seen).toEqual([
      { kind: 'request', lowerName: 'sec-session-id', url, tabId: 7, isPrivate: false },
      {
        kind: 'response',
        lowerName: 'secure-session-challenge',
        url,
        tabId: null,
        isPrivate: true,
      },
    ]);
  });

  test('leaves out other headers, and those of the other direction', () => {
    request({
      requestHeaders: [
        { name: 'Accept', value: '*' },
        { name: 'Secure-Session-Challenge', value: 'x' },
      ],
    });
    answer({ responseHeaders: [{ name: 'Sec-Session-Id', value: 'x' }] });
    answer({});
    expect(seen).toEqual([]);
  });

  test('ends when it is told to, and never begins without a host', () => {
    stop();
    expect(remove.mock.calls.flat()).toEqual([send.mock.calls[0]?.[0], receive.mock.calls[0]?.[0]]);
    send.mockClear();
    observeHeaderNames([], wanted, () => {})();
    expect(send).not.toHaveBeenCalled();
  });

  test('leaves out the extension’s own requests', () => {
    request({
      initiator: 'chrome-extension://abc',
      requestHeaders: [{ name: 'Sec-Session-Id', value: 'x' }],
    });
    expect(seen).toEqual([]);
  });
});
