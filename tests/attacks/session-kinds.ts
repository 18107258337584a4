import { createHash } from 'node:crypto';
import { otherTenant } from '../support/tokens.ts';
import { resign, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';

const halfHash = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

/** The ID token of a sign-in answer with the person's own code and access token, signed by the issuer. */
const idToken = (shop: Workshop): string =>
  resign(
    shop,
    shop.enterprise,
    {},
    { appid: undefined, c_hash: halfHash('own-code'), at_hash: halfHash(shop.token) },
  );
const eve = { oid: 'eeeeeeee-0000-4000-8000-000000000000', sub: 'eve', uti: 'uti-of-eve' };
const oneSignIn = { sid: '5e55104d-0000-4000-8000-000000000000' };
const genuine = (shop: Workshop) => [shop.token];

/** Beside a genuine ID token comes what another sign-in got. */
const injected: readonly Kind[] = [
  {
    rule: 'code-hash-mismatch',
    name: "the attacker's code beside a genuine ID token",
    forge: idToken,
    context: { presentedAs: 'id-token', code: 'code-of-the-attacker' },
  },
  {
    rule: 'code-hash-mismatch',
    name: 'a code cut short beside a genuine ID token',
    forge: idToken,
    context: { presentedAs: 'id-token', code: 'own-cod' },
  },
  {
    rule: 'token-hash-mismatch',
    name: "the attacker's access token beside a genuine ID token",
    forge: idToken,
    context: (_credential, shop) => ({
      presentedAs: 'id-token',
      code: 'own-code',
      accessToken: resign(shop, shop.enterprise, {}, eve),
    }),
  },
  {
    rule: 'claims-disagree',
    name: 'an access token of another account beside an ID token without a hash',
    forge: (shop) => resign(shop, shop.enterprise, {}, { appid: undefined }),
    context: (_credential, shop) => ({
      presentedAs: 'id-token',
      accessToken: resign(shop, shop.enterprise, {}, eve),
    }),
  },
];

/** A token that was made from one that was seen before. */
const copied: readonly Kind[] = [
  {
    rule: 'token-id-reused',
    name: 'more permissions, signed with a stolen key of the issuer',
    earlier: genuine,
    forge: (shop) => resign(shop, shop.enterprise, {}, { scp: 'full_access_as_user' }),
  },
  {
    rule: 'token-id-reused',
    name: 'a later end, signed with a key that nobody knows',
    earlier: genuine,
    forge: (shop) =>
      resign(shop, shop.attacker, {}, { exp: Number(shop.claims['exp']) + 60, name: 'x' }),
  },
  {
    rule: 'token-id-reused',
    name: 'the copy is seen before the genuine token',
    earlier: (shop) => [resign(shop, shop.attacker, {}, { upn: 'eve@contoso.example' })],
    forge: (shop) => shop.token,
  },
  {
    rule: 'token-id-reused',
    name: 'another account for another audience',
    earlier: genuine,
    forge: (shop) =>
      resign(shop, shop.enterprise, {}, { oid: eve.oid, aud: 'https://graph.microsoft.com' }),
  },
  {
    rule: 'token-id-reused',
    name: 'another organisation as an ID token',
    earlier: genuine,
    forge: (shop) =>
      resign(
        shop,
        shop.enterprise,
        {},
        { appid: undefined, tid: otherTenant, iss: `https://sts.windows.net/${otherTenant}/` },
      ),
  },
];

/** A token of another person in the session of this one, signed with the issuer's own key. */
const slipped: readonly Kind[] = [
  {
    rule: 'claims-disagree',
    name: 'another account within one sign-in',
    earlier: (shop) => [resign(shop, shop.enterprise, {}, oneSignIn)],
    forge: (shop) => resign(shop, shop.enterprise, {}, { ...eve, ...oneSignIn }),
  },
  {
    rule: 'claims-disagree',
    name: 'another subject of the same account at one application',
    earlier: (shop) => [resign(shop, shop.enterprise, {}, { appid: undefined })],
    forge: (shop) =>
      resign(shop, shop.enterprise, {}, { appid: undefined, sub: eve.sub, uti: eve.uti }),
  },
  {
    rule: 'account-switched',
    name: 'another account in the place of this one',
    earlier: genuine,
    forge: (shop) => resign(shop, shop.enterprise, {}, eve),
    isNote: true,
  },
  {
    rule: 'tenant-switched',
    name: 'another organisation in the place of this one',
    earlier: genuine,
    forge: (shop) =>
      resign(
        shop,
        shop.enterprise,
        {},
        { ...eve, tid: otherTenant, iss: `https://sts.windows.net/${otherTenant}/` },
      ),
    isNote: true,
  },
];

/** Kinds that show only beside something else: what came with the token, or what was seen before it. */
export const sessionKinds: readonly Kind[] = [...injected, ...copied, ...slipped];
