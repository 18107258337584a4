import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPatience } from '../../../src/background/patience.ts';
import { createWatchedHosts } from '../../../src/background/watched-hosts.ts';
import type { Sighting } from '../../../src/core/index.ts';
import { answerWaitMs } from '../../../src/platform/pending-answers.ts';
import { atOnce } from '../../support/at-once.ts';

const { sent, answered } = vi.hoisted(() => ({ sent: vi.fn(), answered: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
    webRequest: {
      onSendHeaders: { addListener: sent },
      onHeadersReceived: { addListener: answered },
    },
  },
}));
const { readSightings, requestHeader } = await import(
  '../../../src/background/sources/request-header.ts'
);

const request = (changes: object = {}) => ({
  requestId: '1',
  url: 'https://outlook.live.com/owa/0/service.svc?action=GetItem',
  method: 'POST',
  tabId: 4,
  pageUrl: 'https://outlook.live.com/mail/',
  isPrivate: false,
  authorizations: ['Bearer a.b.c'],
  proofs: [],
  ...changes,
});

describe('what a request shows', () => {
  test('a token with what surrounded it', () => {
    expect(readSightings(request({ proofs: ['x.y.z'] }), 7)).toEqual([
      {
        credential: 'a.b.c',
        source: 'request-header',
        seenAtMs: 7,
        host: 'outlook.live.com',
        documentHost: 'outlook.live.com',
        tabIds: [4],
        isPrivate: false,
        context: {
          presentedAs: 'bearer',
          method: 'POST',
          url: 'https://outlook.live.com/owa/0/service.svc?action=GetItem',
          sentAtMs: 7,
          proofs: ['x.y.z'],
          deviceBinding: null,
          code: null,
          accessToken: null,
          answer: null,
          serverTrust: null,
        },
      },
    ]);
  });

  test('a token inside a signed request, with that as its proof', () => {
    const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${text({ alg: 'RS256' })}.${text({ at: 'a.b.c' })}.AA`;
    const [sighting] = readSightings(
      request({ authorizations: [`PoP ${signed}`], proofs: ['x.y.z'] }),
      7,
    );
    expect(sighting).toMatchObject({
      credential: 'a.b.c',
      context: { presentedAs: 'pop', proofs: [signed] },
    });
  });

  test('each token of an MSAuth header by itself', () => {
    const authorizations = [
      'MSAuth1.0 actortoken="Bearer a.b.c", accesstoken="Bearer d.e.f", type="PFAT"',
    ];
    const sightings = readSightings(request({ authorizations }), 7);
    expect(sightings.map(({ credential }) => credential)).toEqual(['a.b.c', 'd.e.f']);
    expect(sightings.map(({ context }) => context.presentedAs)).toEqual(['msauth', 'msauth']);
  });

  test('nothing where no session token is', () => {
    expect(readSightings(request({ authorizations: ['Basic dTpw', 'Bearer'] }), 7)).toEqual([]);
    expect(readSightings(request({ url: 'about:blank' }), 7)).toEqual([]);
  });
});

describe('how the server answered', () => {
  const emitted: Sighting[] = [];
  let nowMs = 1_000;
  requestHeader.start(
    (sighting) => emitted.push(sighting),
    () => nowMs,
    {
      follow: createWatchedHosts().follow,
      patiently: atOnce(() => nowMs),
      whenLookedAt: () => undefined,
    },
  );
  const ask = (requestId: string, authorization = 'Bearer a.b.c') =>
    sent.mock.calls[0]?.[0]({
      requestId,
      url: 'https://outlook.office.com/api/v2.0/me',
      method: 'GET',
      tabId: 4,
      initiator: 'https://outlook.office.com',
      requestHeaders: [{ name: 'Authorization', value: authorization }],
    });
  const answer = (requestId: string, statusCode: number) =>
    answered.mock.calls[0]?.[0]({
      requestId,
      url: 'https://outlook.office.com/api/v2.0/me',
      tabId: 4,
      initiator: 'https://outlook.office.com',
      statusCode,
    });
  beforeEach(() => {
    emitted.length = 0;
    nowMs = 1_000;
  });

  test.each([
    [200, 'accepted'],
    [401, 'refused'],
    [403, 'refused'],
    [302, null],
    [304, null],
    [500, null],
  ])('the status %i goes with the token as %s, from the time of the request', (status, said) => {
    ask('7');
    nowMs = 1_500;
    expect(emitted).toEqual([]);
    answer('7', status);
    expect(emitted).toMatchObject([
      { credential: 'a.b.c', seenAtMs: 1_000, context: { answer: said, sentAtMs: 1_000 } },
    ]);
  });

  test('without one in time the token is told alone, once', () => {
    vi.useFakeTimers();
    try {
      ask('8');
      vi.advanceTimersByTime(answerWaitMs - 1);
      expect(emitted).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(emitted).toMatchObject([{ credential: 'a.b.c', context: { answer: null } }]);
      answer('8', 200);
      expect(emitted).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('answers to requests without a token are nothing', () => {
    ask('9', 'Basic dTpw');
    answer('9', 200);
    answer('10', 200);
    expect(emitted).toEqual([]);
  });

  test('whom a server said it trusts goes with what it accepts later', () => {
    const refuse = answered.mock.calls[0]?.[0];
    refuse({
      requestId: '20',
      url: 'https://outlook.office.com/api/v2.0/me',
      tabId: 4,
      initiator: 'https://outlook.office.com',
      statusCode: 401,
      responseHeaders: [
        { name: 'WWW-Authenticate', value: 'Bearer trusted_issuers="https://sts.windows.net/*/"' },
      ],
    });
    ask('21');
    answer('21', 200);
    expect(emitted).toMatchObject([
      { context: { serverTrust: { issuers: ['https://sts.windows.net/*/'], signInHosts: [] } } },
    ]);
  });
});

describe('on a busy page', () => {
  test('the answer to what was looked at already is told at once, and one that waits is not given up', () => {
    vi.useFakeTimers();
    try {
      const emitted: Sighting[] = [];
      const { patiently } = createPatience({ nowMs: () => Date.now(), hasRoom: () => true });
      const { follow } = createWatchedHosts();
      requestHeader.start(
        (sighting) => emitted.push(sighting),
        () => Date.now(),
        { follow, patiently, whenLookedAt: () => undefined },
      );
      const about = {
        url: 'https://outlook.office.com/api/v2.0/me',
        method: 'GET',
        tabId: 4,
        initiator: 'https://outlook.office.com',
        requestHeaders: [{ name: 'Authorization', value: 'Bearer a.b.c' }],
      };
      const ask = (requestId: string) => sent.mock.calls.at(-1)?.[0]({ ...about, requestId });
      const answer = (requestId: string, statusCode: number) =>
        answered.mock.calls[0]?.[0]({ ...about, requestId, statusCode });
      const rush = () => {
        for (let i = 0; i < 3; i++) answer('other', 200);
        vi.advanceTimersByTime(10);
      };
      ask('1');
      for (let i = 0; i < 20; i++) rush();
      answer('1', 401);
      expect(emitted).toMatchObject([{ context: { answer: 'refused' } }]);
      ask('2');
      rush();
      answer('2', 401);
      for (let i = 0; i < 600; i++) rush();
      expect(emitted).toMatchObject([
        { context: { answer: 'refused' } },
        { context: { answer: 'refused' } },
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});
