import { describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { readAnswer } = await import('../../../src/background/sources/response-header.ts');

const answer = (changes: object = {}) => ({
  requestId: '1',
  url: 'https://outlook.office.com/owa/service.svc',
  tabId: 4,
  pageUrl: 'https://outlook.office.com/mail/',
  isPrivate: false,
  status: 200,
  challenges: [],
  authorizations: ['Bearer a.b.c'],
  ...changes,
});

describe('what an answer shows', () => {
  test('a token that the service hands out in a header', () => {
    expect(readAnswer(answer(), 7)).toEqual([
      expect.objectContaining({
        credential: 'a.b.c',
        source: 'response-header',
        host: 'outlook.office.com',
        documentHost: 'outlook.office.com',
        tabIds: [4],
        seenAtMs: 7,
        context: expect.objectContaining({ presentedAs: 'bearer' }),
      }),
    ]);
  });

  test('nothing else', () => {
    expect(readAnswer(answer({ authorizations: [] }), 7)).toEqual([]);
    expect(readAnswer(answer({ authorizations: ['Basic dTpw'] }), 7)).toEqual([]);
    expect(readAnswer(answer({ url: 'about:blank' }), 7)).toEqual([]);
  });

  test('a worker of the site belongs to no tab, a private window stays private', () => {
    const [found] = readAnswer(answer({ tabId: null, isPrivate: true }), 7);
    expect(found).toMatchObject({ tabIds: [], isPrivate: true });
  });
});
