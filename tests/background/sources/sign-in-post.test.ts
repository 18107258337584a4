import { describe, expect, test, vi } from 'vitest';
import type { ObservedBody } from '../../../src/platform/request-bodies.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { readPost } = await import('../../../src/background/sources/sign-in-post.ts');

const body = (changes: Partial<ObservedBody> = {}): ObservedBody => ({
  url: 'https://outlook.office.com/owa/',
  method: 'POST',
  tabId: 3,
  pageUrl: 'https://login.microsoftonline.com',
  isPrivate: false,
  form: null,
  text: null,
  ...changes,
});
const form = (fields: Readonly<Record<string, string>>): Partial<ObservedBody> => ({
  form: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
});
const seen = (changes: Partial<ObservedBody>) =>
  readPost(body(changes), 5).map(({ credential, context }) => ({ credential, ...context }));

describe('what pages post', () => {
  test('an ID token knows the code and the access token beside it', () => {
    const [idToken, accessToken, ...more] = seen(
      form({ code: 'the-code', id_token: 'i.i.i', access_token: 'a.a.a', state: 'x' }),
    );
    expect(more).toEqual([]);
    expect(idToken).toMatchObject({
      credential: 'i.i.i',
      presentedAs: 'id-token',
      code: 'the-code',
      accessToken: 'a.a.a',
      method: 'POST',
    });
    expect(accessToken).toMatchObject({
      credential: 'a.a.a',
      presentedAs: 'parameter',
      code: null,
    });
  });

  test('the sighting says where and in which tab', () => {
    expect(readPost(body(form({ id_token: 'i.i.i' })), 5)[0]).toMatchObject({
      source: 'sign-in-post',
      seenAtMs: 5,
      host: 'outlook.office.com',
      documentHost: 'login.microsoftonline.com',
      tabIds: [3],
      isPrivate: false,
    });
    expect(readPost(body({ ...form({ id_token: 'i' }), tabId: null, isPrivate: true }), 5)).toEqual(
      [expect.objectContaining({ tabIds: [], isPrivate: true })],
    );
  });

  test.each(['assertion', 'subject_token', 'actor_token', 'id_token_hint'])(
    'a token request with %s, as form and as JSON',
    (name) => {
      const expected = [expect.objectContaining({ credential: 'b.b.b', presentedAs: 'parameter' })];
      expect(seen(form({ [name]: 'b.b.b' }))).toEqual(expected);
      expect(seen({ text: JSON.stringify({ [name]: 'b.b.b' }) })).toEqual(expected);
    },
  );

  test.each([
    ['a form without a token', form({ code: 'only-a-code', state: 'x' })],
    ['an empty field', form({ id_token: '' })],
    ['no body', {}],
    ['a body that is no JSON', { text: '{"id_token":' }],
    ['a list', { text: '["id_token"]' }],
    ['members of another kind', { text: '{"id_token":{"a":1},"access_token":7}' }],
    ['a name of the prototype', { text: '{"__proto__":{"id_token":"x.x.x"}}' }],
    ['an address that is none', { url: 'about:blank', ...form({ id_token: 'i.i.i' }) }],
  ])('%s shows nothing', (_, changes) => {
    expect(seen(changes)).toEqual([]);
  });
});
