import { describe, expect, test } from 'vitest';
import { maxDepth } from '../../src/input/walk-json.ts';
import { readInput, tokenNamed } from '../support/read-input.ts';

const [access, id, refresh] = [tokenNamed('access'), tokenNamed('id'), tokenNamed('refresh')];
const home = 'uid.utid-login.microsoftonline.com';
const read = (value: unknown) => readInput(JSON.stringify(value, null, 2));

describe('a cache', () => {
  test.each([
    ['AccessToken', 'IdToken', 'RefreshToken', 'credentialType'],
    ['AccessToken', 'IdToken', 'RefreshToken', 'credential_type'],
    ['AccessToken_With_AuthScheme', 'IdToken', 'RefreshToken', 'credential_type'],
  ])('of MSAL gives %s and %s, and never a %s', async (one, two, three, member) => {
    const entries = {
      [`${home}-accesstoken-ada@contoso.example`]: { [member]: one, secret: access },
      [`${home}-idtoken`]: { [member]: two, secret: id, realm: 'x' },
      [`${home}-refreshtoken`]: { [member]: three, secret: refresh },
      'appmetadata-x': { familyId: '1' },
    };
    for (const cache of [entries, { [one]: entries }, { cache: entries, _source: 'x' }]) {
      const { uses, leftOut } = await read(cache);
      expect(uses.map(({ credential }) => credential)).toEqual([access, id]);
      expect(uses.every(({ context }) => context.presentedAs === 'storage')).toBe(true);
      expect(uses.every(({ mayBeOlder }) => mayBeOlder)).toBe(true);
      expect(leftOut).toEqual({ 'refresh-token': 1 });
      expect(JSON.stringify(uses.map(({ place }) => place))).not.toContain('contoso');
    }
  });

  test.each([
    ['v2 and v3', `${home}-accesstoken-client-tid-scope`, `${home}-refreshtoken-client--`],
    ['v4', `msal.1|uid.utid|host|accesstoken|client|tid|scope||`, 'msal.1|u|h|refreshtoken|c|||'],
    ['v5', `msal.3|uid.utid|host|accesstoken|client|tid|scope||`, 'msal.3|u|h|refreshtoken|c|||'],
  ])('of MSAL.js %s in a storage whose values are texts', async (_, accessKey, refreshKey) => {
    const storage = {
      'msal.version': '5.30.0',
      'msal.account.keys': '["uid.utid"]',
      'msal.token.keys.client': JSON.stringify({ idToken: [], accessToken: [accessKey] }),
      [accessKey]: JSON.stringify({ credentialType: 'AccessToken', secret: access }),
      [refreshKey]: JSON.stringify({ credentialType: 'RefreshToken', secret: refresh }),
      'msal.client_info': 'eyJ1aWQiOiIxIn0',
    };
    const { uses, leftOut } = await read(storage);
    expect(uses.map(({ credential }) => credential)).toEqual([access]);
    expect(leftOut).toEqual({ 'refresh-token': 1 });
  });

  test('of MSAL.js that is encrypted is named as such, without its accounts and refresh tokens', async () => {
    const entry = (data: string) =>
      JSON.stringify({ id: 'k1', nonce: 'bm9uY2U', data, lastUpdatedAt: '1' });
    const { uses, leftOut } = await read({
      'msal.1|u.t|login.microsoftonline.com|idtoken|c|t|||': entry('aWQ'),
      'msal.1|u.t|login.microsoftonline.com|accesstoken|c|t|s||': entry('YWNjZXNz'),
      'msal.1|u.t|login.microsoftonline.com|refreshtoken|c|||': entry('cmVmcmVzaA'),
      'msal.1.u.t|login.microsoftonline.com|t': entry('YWNjb3VudA'),
    });
    expect(uses.map(({ withheld, credential }) => [withheld, credential])).toEqual([
      ['encrypted-cache', 'aWQ'],
      ['encrypted-cache', 'YWNjZXNz'],
    ]);
    expect(leftOut).toEqual({ 'refresh-token': 1 });
  });

  test('of ADAL and of others has its tokens under their names', async () => {
    const adal = [
      { tokenType: 'Bearer', accessToken: access, refreshToken: refresh, expiresOn: '2020-01-01' },
    ];
    const adalJs = {
      'adal.idtoken': id,
      'adal.access.token.keyhttps://graph': access,
      'adal.nonce.idtoken': 'x',
    };
    const okta = { 'okta-token-storage': JSON.stringify({ idToken: { idToken: id, claims: {} } }) };
    expect((await read(adal)).uses.map(({ credential }) => credential)).toEqual([access]);
    expect((await read(adalJs)).uses.map(({ credential }) => credential)).toEqual([id, access]);
    expect((await read(okta)).uses.map(({ credential }) => credential)).toEqual([id]);
  });

  test('in the form that Playwright saves, with names and values', async () => {
    const state = {
      cookies: [{ name: 'id_token', value: id, domain: '.example' }],
      origins: [
        {
          origin: 'https://outlook.office.com',
          localStorage: [
            { name: `${home}-accesstoken-x`, value: JSON.stringify({ secret: access }) },
            { name: `${home}-refreshtoken-x`, value: JSON.stringify({ secret: refresh }) },
          ],
        },
      ],
    };
    const { uses, leftOut } = await read(state);
    expect(uses.map(({ credential }) => credential)).toEqual([id, access]);
    expect(leftOut).toEqual({ 'refresh-token': 1 });
  });

  test('with empty or missing tokens has none', async () => {
    const { uses } = await read({
      IdToken: { a: { credential_type: 'IdToken', secret: '' }, b: { credential_type: 'IdToken' } },
    });
    expect(uses).toEqual([]);
  });

  test('is looked into as deep as the bound, and no deeper', async () => {
    const nest = (levels: number): unknown =>
      levels === 0 ? { secret: access } : { a: nest(levels - 1) };
    // The outermost object is opened by the reader itself.
    expect((await read(nest(maxDepth + 1))).uses).toHaveLength(1);
    expect(await read(nest(maxDepth + 2))).toMatchObject({ uses: [], leftOut: { 'too-deep': 1 } });
    const texts = (levels: number): string =>
      levels === 0 ? JSON.stringify({ secret: access }) : JSON.stringify({ a: texts(levels - 1) });
    expect((await readInput(texts(4))).uses).toHaveLength(1);
  });

  test('is never looked up in prototypes, and hostile names do no harm', async () => {
    const text = `{"__proto__":{"secret":"${access}"},"constructor":{"secret":"${id}"},"${'x'.repeat(500)}":1}`;
    const { uses } = await readInput(`${text.slice(0, 1)}\n${text.slice(1)}`);
    expect(uses.map(({ credential }) => credential)).toEqual([access, id]);
    expect(Object.hasOwn(Object.prototype, 'secret')).toBe(false);
  });
});
