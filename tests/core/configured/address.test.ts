import { describe, expect, test } from 'vitest';
import {
  isHostName,
  isKeyAddress,
  isPlainAddress,
  maxAddressLength,
} from '../../../src/core/configured/address.ts';

describe('an address that is taken', () => {
  test.each([
    'https://sso.contoso.example',
    'https://sso.contoso.example/',
    'https://sso.contoso.example:8443/realms/staff',
    'https://contoso.auth.example/oauth2/aus1a2B3',
    'https://keycloak/realms/staff',
    'https://xn--mnchen-3ya.example/adfs',
  ])('%s', (address) => {
    expect(isPlainAddress(address)).toBe(true);
    expect(isKeyAddress(address)).toBe(true);
  });

  test('is as long as the bound and no longer', () => {
    const longest = 'https://sso.contoso.example/'.padEnd(maxAddressLength, 'a');
    expect(isPlainAddress(longest)).toBe(true);
    expect(isPlainAddress(`${longest}a`)).toBe(false);
    expect(isKeyAddress(`${longest.slice(0, -4)}?a=1`)).toBe(true);
    expect(isKeyAddress(`${longest.slice(0, -4)}?a=12`)).toBe(false);
  });
});

describe('an address that is not taken', () => {
  test.each([
    ['another scheme', 'http://sso.contoso.example/'],
    ['another scheme', 'file:///etc/hosts'],
    ['another scheme', 'javascript:alert(1)'],
    ['no address', 'sso.contoso.example'],
    ['no address', ''],
    ['a user before the host', 'https://login.microsoftonline.com@evil.example/'],
    ['a user before the host', 'https://user:password@sso.contoso.example/'],
    ['a number for a host', 'https://127.0.0.1/adfs'],
    ['a number for a host', 'https://2130706433/adfs'],
    ['a number for a host', 'https://0x7f.1/adfs'],
    ['a number for a host', 'https://0177.0.0.1/adfs'],
    ['a number for a host', 'https://[::1]/adfs'],
    ['a number for a host', 'https://[::ffff:127.0.0.1]/adfs'],
    ['this computer', 'https://localhost/adfs'],
    ['this computer', 'https://sso.localhost/adfs'],
    ['another spelling', 'https://SSO.contoso.example/'],
    ['another spelling', 'HTTPS://sso.contoso.example/'],
    ['another spelling', 'https://sso.contoso.example:443/'],
    ['another spelling', 'https://sso.contoso.example./'],
    ['another spelling', 'https://münchen.example/'],
    ['another spelling', 'https:/\\sso.contoso.example/'],
    ['another spelling', ' https://sso.contoso.example/'],
    ['another spelling', 'https://sso.contoso.example/\n'],
    ['another spelling', 'https://ss\to.contoso.example/'],
    ['another spelling', 'https://sso.contoso.example/a/../b'],
    ['another spelling', 'https://sso.contoso.example/%2e%2e/b'],
    ['a query', 'https://sso.contoso.example/?a=1'],
    ['an empty query', 'https://sso.contoso.example/?'],
    ['a fragment', 'https://sso.contoso.example/#a'],
    ['a wildcard', 'https://*.contoso.example/'],
    ['a wildcard', 'https://*/'],
    ['an underscore', 'https://sso_1.contoso.example/'],
  ])('%s: %s', (_why, address) => {
    expect(isPlainAddress(address)).toBe(false);
  });

  test.each(['https://a.example/k?a=%00', 'https://a.example/k?a=1#b', 'http://a.example/k?a=1'])(
    'nor as that of keys: %s',
    (address) => {
      expect(isKeyAddress(address)).toBe(false);
    },
  );
});

describe('a host', () => {
  test.each(['mail.contoso.example', 'webmail', 'xn--mnchen-3ya.example', 'a.b-c.d1'])(
    '%s is one',
    (host) => {
      expect(isHostName(host)).toBe(true);
    },
  );
  test.each([
    '',
    '*',
    '*.contoso.example',
    'mail.contoso.example:8443',
    'mail.contoso.example.',
    'Mail.contoso.example',
    '10.0.0.1',
    '0x7f.1',
    'localhost',
    'a.localhost',
    '-a.example',
    'a..example',
    `${'a.'.repeat(126)}ab`,
    `${'a'.repeat(64)}.example`,
    'mail.contoso.example/*',
  ])('%j is none', (host) => {
    expect(isHostName(host)).toBe(false);
  });
});
