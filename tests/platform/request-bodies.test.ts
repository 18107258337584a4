import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  maxBodyBytes,
  maxFields,
  maxValues,
  type ObservedBody,
} from '../../src/platform/request-bodies.ts';

const { listen } = vi.hoisted(() => ({ listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
    webRequest: { onBeforeRequest: { addListener: listen } },
  },
}));
const { observeBodies } = await import('../../src/platform/request-bodies.ts');

const details = (changes: object = {}) => ({
  url: 'https://outlook.office.com/owa/',
  method: 'POST',
  tabId: 4,
  initiator: 'https://login.microsoftonline.com',
  incognito: false,
  ...changes,
});
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

describe('observing bodies', () => {
  let seen: ObservedBody[] = [];
  const send = (requestBody: unknown, changes: object = {}) =>
    listen.mock.calls[0]?.[0](details({ requestBody, ...changes }));

  beforeEach(() => {
    seen = [];
    listen.mockClear();
    observeBodies(['https://outlook.office.com/*'], ['https://login.example/*'], (body) =>
      seen.push(body),
    );
  });

  test('blocks nothing, and leaves uploads of pages alone', () => {
    expect(listen.mock.calls.map(([, filter, extra]) => [filter, extra])).toEqual([
      [
        { urls: ['https://outlook.office.com/*'], types: ['main_frame', 'sub_frame'] },
        ['requestBody'],
      ],
      [{ urls: ['https://login.example/*'], types: ['xmlhttprequest'] }, ['requestBody']],
    ]);
  });

  test('a form', () => {
    send({ formData: { id_token: ['a.b.c'], state: ['x'] } });
    expect(seen).toEqual([
      {
        url: 'https://outlook.office.com/owa/',
        method: 'POST',
        tabId: 4,
        pageUrl: 'https://login.microsoftonline.com',
        isPrivate: false,
        form: new Map([
          ['id_token', ['a.b.c']],
          ['state', ['x']],
        ]),
        text: null,
      },
    ]);
  });

  test('a text in several parts', () => {
    send({ raw: [{ bytes: bytesOf('{"id_') }, { bytes: bytesOf('token":"é"}') }] }, { tabId: -1 });
    expect(seen[0]).toMatchObject({ form: null, text: '{"id_token":"é"}', tabId: null });
  });

  test.each([
    ['a file', { raw: [{ file: '/home/ada/secret.pdf' }] }],
    ['bytes that are no text', { raw: [{ bytes: new Uint8Array([0xff, 0xfe]).buffer }] }],
    ['a body past the bound', { raw: [{ bytes: new ArrayBuffer(maxBodyBytes + 1) }] }],
    ['an error of the browser', { error: 'Unknown error.' }],
  ])('%s is not read', (_, requestBody) => {
    send(requestBody);
    expect(seen[0]).toMatchObject({ form: null, text: null });
  });

  test('a body at the bound is read', () => {
    send({ raw: [{ bytes: bytesOf(' '.repeat(maxBodyBytes)) }] });
    expect(seen[0]?.text).toHaveLength(maxBodyBytes);
  });

  test('fields and values are bounded', () => {
    const values = Array.from({ length: maxValues + 1 }, () => 'v');
    const many = Object.fromEntries(
      Array.from({ length: maxFields + 1 }, (_, index) => [`f${index}`, values]),
    );
    send({ formData: many });
    expect(seen[0]?.form?.size).toBe(maxFields);
    expect(seen[0]?.form?.get('f0')).toHaveLength(maxValues);
  });

  test('own requests and requests without a body are left out', () => {
    send({ formData: {} }, { initiator: 'chrome-extension://abc' });
    send(undefined);
    send(null);
    expect(seen).toEqual([]);
  });
});
