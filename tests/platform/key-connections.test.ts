import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeyConnection } from '../../src/core/index.ts';

const { receive, end, getSecurityInfo } = vi.hoisted(() => ({
  receive: vi.fn(),
  end: vi.fn(),
  getSecurityInfo: vi.fn(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `moz-extension://abc/${path}` },
    webRequest: {
      getSecurityInfo,
      onHeadersReceived: { addListener: receive, removeListener: end },
    },
  },
}));
const { observeKeyConnections, readConnection } = await import(
  '../../src/platform/key-connections.ts'
);

const url = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
const certificate = (subject: string, issuer: string, isBuiltInRoot = false) => ({
  subject,
  issuer,
  isBuiltInRoot,
  validity: { start: 0, end: 1 },
  fingerprint: { sha1: '00', sha256: `sha256 of ${subject}` },
  serialNumber: '1',
  subjectPublicKeyInfoDigest: { sha256: '00' },
});
const leaf = certificate('CN=login.microsoftonline.com', 'CN=Middle');
const middle = certificate('CN=Middle', 'CN=Root');
const secure = { state: 'secure', certificates: [leaf, middle] } as const;
const told = (root: ReturnType<typeof certificate>, changes: object = {}) =>
  readConnection({ ...secure, certificates: [leaf, middle, root], ...changes });

describe('what a connection rests on', () => {
  test('an authority of the browser', () => {
    expect(told(certificate('CN=Root', 'CN=Root', true), { isExtendedValidation: true })).toEqual({
      trust: 'built-in',
      rootFingerprint: 'sha256 of CN=Root',
      rootName: 'CN=Root',
      isExtendedValidation: true,
    });
  });

  test('one that was added to the computer', () => {
    expect(told(certificate('CN=Contoso Inspection', 'CN=Contoso Inspection'))).toMatchObject({
      trust: 'added',
      rootName: 'CN=Contoso Inspection',
      isExtendedValidation: false,
    });
  });

  test('an exception, whatever stands at the end', () => {
    const root = certificate('CN=Root', 'CN=Root', true);
    expect(told(root, { overridableErrorCategory: 'trust_error' })?.trust).toBe('untrusted');
    expect(told(root, { state: 'broken' })?.trust).toBe('untrusted');
    expect(readConnection({ state: 'broken', certificates: [leaf] })).toEqual({
      trust: 'untrusted',
      rootFingerprint: 'sha256 of CN=login.microsoftonline.com',
      rootName: 'CN=Middle',
      isExtendedValidation: false,
    });
    expect(readConnection({ state: 'insecure', certificates: [] })?.trust).toBe('untrusted');
    const nothing = { state: 'broken' } as Parameters<typeof readConnection>[0];
    expect(readConnection(nothing)).toMatchObject({ trust: 'untrusted', rootName: null });
  });

  test('without what stands above the certificate nothing is said', () => {
    expect(readConnection({ state: 'secure', certificates: [leaf] })).toBeNull();
    expect(readConnection({ state: 'secure', certificates: [] })).toBeNull();
  });
});

describe('observing', () => {
  let seen: [string, KeyConnection][] = [];
  let stop: () => void = () => undefined;
  beforeEach(() => {
    seen = [];
    for (const mock of [receive, end, getSecurityInfo]) mock.mockReset();
    getSecurityInfo.mockResolvedValue({
      ...secure,
      certificates: [leaf, certificate('CN=Contoso', 'CN=Contoso')],
    });
    stop = observeKeyConnections([url], (...said) => seen.push(said));
  });
  const answer = (changes: object = {}) =>
    receive.mock.calls[0]?.[0]({
      requestId: '7',
      url,
      originUrl: 'moz-extension://abc/_generated_background_page.html',
      ...changes,
    });

  test('holds answers to the background alone, for these addresses', () => {
    const [, filter, extra] = receive.mock.calls[0] ?? [];
    expect(filter).toMatchObject({ urls: [url], tabId: -1 });
    expect(filter.types).not.toContain('main_frame');
    expect(extra).toEqual(['blocking']);
  });

  test('tells an own answer before it is read, and changes nothing of it', async () => {
    expect(await answer()).toEqual({});
    expect(seen).toMatchObject([[url, { trust: 'added' }]]);
    expect(getSecurityInfo).toHaveBeenCalledWith('7', { certificateChain: true, rawDER: false });
  });

  test.each([
    ['a site', 'https://login.microsoftonline.com/'],
    ['another extension', 'moz-extension://other/page.html'],
    ['nobody', undefined],
  ])('the request of %s is not looked at', async (_name, originUrl) => {
    expect(await answer({ originUrl })).toEqual({});
    expect(getSecurityInfo).not.toHaveBeenCalled();
    expect(seen).toEqual([]);
  });

  test('a browser that does not tell holds nothing up', async () => {
    getSecurityInfo.mockRejectedValue(new Error('no'));
    expect(await answer()).toEqual({});
    expect(seen).toEqual([]);
  });

  test('ends when it is told to', () => {
    stop();
    expect(end).toHaveBeenCalledWith(receive.mock.calls[0]?.[0]);
  });
});
