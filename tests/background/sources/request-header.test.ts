import { describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { readSightings } = await import('../../../src/background/sources/request-header.ts');

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
