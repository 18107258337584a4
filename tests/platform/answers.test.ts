import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ObservedAnswer } from '../../src/platform/answers.ts';

const { listen, stopListening } = vi.hoisted(() => ({ listen: vi.fn(), stopListening: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
    webRequest: { onHeadersReceived: { addListener: listen, removeListener: stopListening } },
  },
}));
const { observeAnswers, sizeOfAnswer } = await import('../../src/platform/answers.ts');

const page = 'https://outlook.office.com';
const urls = ['https://outlook.office.com/*'];
const answer = (changes: object = {}) =>
  listen.mock.calls[0]?.[0]({
    requestId: '7',
    url: 'https://outlook.office.com/api',
    statusCode: 401,
    tabId: 4,
    initiator: 'https://outlook.office.com',
    responseHeaders: [
      { name: 'WWW-Authenticate', value: 'Bearer realm="x"' },
      { name: 'authorization', value: 'Bearer a.b.c' },
    ],
    ...changes,
  });

beforeEach(() => {
  listen.mockClear();
  stopListening.mockClear();
});

describe('observing answers', () => {
  test('tells what was answered, and does not block', () => {
    const seen: ObservedAnswer[] = [];
    const stop = observeAnswers(urls, (one) => seen.push(one));
    expect(listen.mock.calls[0]?.[2]).toEqual(['responseHeaders']);
    answer();
    answer({ initiator: 'chrome-extension://abc' });
    answer({ tabId: -1, responseHeaders: undefined });
    expect(seen).toMatchObject([
      {
        requestId: '7',
        status: 401,
        tabId: 4,
        challenges: ['Bearer realm="x"'],
        authorizations: ['Bearer a.b.c'],
      },
      { tabId: null, challenges: [], authorizations: [] },
    ]);
    expect(seen.map(sizeOfAnswer)).toEqual([
      `https://outlook.office.com/api${page}Bearer realm="x"Bearer a.b.c`.length,
      `https://outlook.office.com/api${page}`.length,
    ]);
    stop();
  });

  test('has one listener for all that look at the same answers, until the last of them stops', () => {
    const seen: string[] = [];
    const stops = [
      observeAnswers(urls, () => seen.push('first')),
      observeAnswers([...urls], () => seen.push('second')),
    ];
    expect(listen).toHaveBeenCalledTimes(1);
    answer();
    expect(seen).toEqual(['first', 'second']);
    stops[0]?.();
    stops[0]?.();
    expect(stopListening).not.toHaveBeenCalled();
    answer();
    expect(seen).toEqual(['first', 'second', 'second']);
    stops[1]?.();
    expect(stopListening).toHaveBeenCalledExactlyOnceWith(listen.mock.calls[0]?.[0]);
    const again = observeAnswers(urls, () => undefined);
    expect(listen).toHaveBeenCalledTimes(2);
    again();
    const other = observeAnswers(['https://mail.example/*'], () => undefined);
    expect(listen).toHaveBeenCalledTimes(3);
    other();
  });
});
