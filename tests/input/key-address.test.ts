import { describe, expect, test } from 'vitest';
import { canonicalAddress, ownerAt, standsInFor } from '../../src/input/keys/key-address.ts';
import { findAddress } from '../../src/input/keys/key-origin.ts';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl } from '../support/keys.ts';
import { consumerTenant, enterpriseTenant } from '../support/tokens.ts';

const login = 'https://login.microsoftonline.com';
const google = 'https://www.googleapis.com/oauth2/v3/certs';
const apple = 'https://appleid.apple.com/auth/keys';
const yahoo = 'https://api.login.yahoo.com/openid/v1/certs';

describe('the address of a key document', () => {
  test.each([
    [commonKeysUrl, commonKeysUrl],
    ['https://login.windows.net/common/discovery/v2.0/keys', commonKeysUrl],
    ['https://login.microsoftonline.com:443/common/discovery/keys?appid=x', commonV1KeysUrl],
    [`${login}/${consumerTenant.toUpperCase()}/discovery/v2.0/keys`, consumerKeysUrl],
    [`${login}/Contoso.example/discovery/keys`, `${login}/contoso.example/discovery/keys`],
    [
      'https://login.chinacloudapi.cn/common/discovery/v2.0/keys',
      'https://login.partner.microsoftonline.cn/common/discovery/v2.0/keys',
    ],
    ['https://www.googleapis.com/oauth2/v1/certs', google],
    ['https://accounts.google.com', google],
    ['https://accounts.google.com/.well-known/openid-configuration', google],
    [`${login}/${enterpriseTenant}/v2.0/.well-known/openid-configuration`, commonKeysUrl],
    ['https://login.yahoo.com/openid/v1/certs', yahoo],
    [
      'https://outlook.office365.com:443/autodiscover/metadata/json/1',
      'https://outlook.office365.com/autodiscover/metadata/json/1',
    ],
    // Other keys on the same hosts are not Google's identity tokens' or Microsoft's.
    [
      'https://www.googleapis.com/service_accounts/v1/jwk/x@y',
      'https://www.googleapis.com/service_accounts/v1/jwk/x@y',
    ],
    [
      'https://login.microsoftonline.com.evil.example/common/discovery/v2.0/keys',
      'https://login.microsoftonline.com.evil.example/common/discovery/v2.0/keys',
    ],
    [
      'http://login.microsoftonline.com/common/discovery/v2.0/keys',
      'http://login.microsoftonline.com/common/discovery/v2.0/keys',
    ],
    ['no address', 'no address'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  test('of one tenant names whom its keys speak for', () => {
    expect(ownerAt(`${login}/${enterpriseTenant}/discovery/keys`)).toBe(
      `${login}/${enterpriseTenant}/v2.0`,
    );
    expect(ownerAt(consumerKeysUrl)).toBe(`${login}/${consumerTenant}/v2.0`);
    for (const shared of [
      commonKeysUrl,
      commonV1KeysUrl,
      google,
      `${login}/contoso.example/discovery/keys`,
    ]) {
      expect(ownerAt(shared)).toBeNull();
    }
  });

  test('of a tenant stands in for the shared one of its cloud, and that of private accounts never', () => {
    const tenant = `${login}/${enterpriseTenant}/discovery/v2.0/keys`;
    const tenantV1 = `${login}/${enterpriseTenant}/discovery/keys`;
    expect(standsInFor(tenant, commonKeysUrl)).toBe(true);
    expect(standsInFor(tenant, commonV1KeysUrl)).toBe(false);
    expect(standsInFor(tenantV1, commonKeysUrl)).toBe(true);
    expect(standsInFor(`${login}/organizations/discovery/v2.0/keys`, commonKeysUrl)).toBe(true);
    expect(standsInFor(`${login}/contoso.example/discovery/keys`, commonKeysUrl)).toBe(false);
    expect(standsInFor(consumerKeysUrl, commonKeysUrl)).toBe(false);
    expect(standsInFor(commonKeysUrl, commonKeysUrl)).toBe(false);
    expect(standsInFor(tenant, commonKeysUrl.replace('.com/', '.us/'))).toBe(false);
    expect(standsInFor(google, commonKeysUrl)).toBe(false);
  });
});

describe('a recorded document that does not name its address', () => {
  const hex = 'f9d97b4cae90bcd76aeb20026f6b770cac221783';
  const find = (document: object, file = 'x.json') =>
    findAddress(document, Reflect.get(document, 'jwks') ?? document, file);

  test.each([
    ['by its metadata', { metadata: { issuer: 'https://accounts.google.com' }, jwks: {} }, google],
    [
      'by a template',
      { metadata: { issuer: `${login}/{tenantid}/v2.0` }, jwks: {} },
      commonKeysUrl,
    ],
    ['by a note', { _note: 'content of appleid.apple.com/auth/keys', keys: [] }, apple],
    ['not by a note of two', { _note: 'oauth2/v3/certs, appleid.apple.com', keys: [] }, null],
    ['not by owners of others', { keys: [{ issuer: 'https://evil.example' }] }, null],
    ['not by nothing', {}, null],
    ['not by no keys', { keys: [] }, null],
    ['not by a foreign thumbprint', { keys: [{ kid: 'a', x5t: 'b' }] }, null],
    // Facebook's, Yahoo's and Google's key ids look alike.
    ['not by key ids alone', { keys: [{ kid: hex }] }, null],
  ])('is known %s', (_, document, url) => {
    expect(find(document)).toBe(url);
  });

  test('is known by its file name when the key ids agree', () => {
    expect(find({ keys: [{ kid: hex }] }, 'google_2020.json')).toBe(google);
    expect(find({ keys: [{ kid: 'mpf0DA' }] }, 'google_iap.json')).toBeNull();
    expect(find({ keys: [{ kid: '86D88Kf' }] }, 'apple-2020.json')).toBe(apple);
    expect(find({ keys: [{ kid: hex }] }, 'googlelike.json')).toBeNull();
    expect(find({ keys: [{ kid: hex }] }, 'facebook.json')).toBeNull();
  });
});
