import { describe, expect, test } from 'vitest';
import { isSignOutAddress, maxSignOutAddress } from '../../../src/core/index.ts';

describe('an address that signs out', () => {
  test.each([
    'https://login.microsoftonline.com/common/oauth2/v2.0/logout?post_logout_redirect_uri=x',
    'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/logout',
    'https://login.live.com/logout.srf',
    'https://outlook.office.com/owa/logoff.owa',
    'https://accounts.google.com/Logout?continue=x',
    'https://sso.contoso.example/realms/mail/protocol/openid-connect/logout',
    'https://sso.contoso.example/connect/endsession',
    'https://sso.contoso.example/oauth2/v1/end_session/',
    'https://sso.contoso.example/idp/sign-out',
    'https://adfs.contoso.example/adfs/ls/?wa=wsignout1.0',
    'https://adfs.contoso.example/adfs/ls/?wa=wsignoutcleanup1.0',
  ])('%s', (url) => {
    expect(isSignOutAddress(url)).toBe(true);
  });

  test.each([
    'https://outlook.office.com/mail/',
    'https://outlook.office.com/mail/?subject=logout',
    'https://outlook.office.com/mail/#/logout',
    'https://outlook.office.com/mail/logout-help',
    'https://outlook.office.com/logout/settings',
    'https://outlook.office.com/blogout',
    'https://adfs.contoso.example/adfs/ls/?wa=wsignin1.0',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri=https://x/logout',
    'not an address',
    '',
  ])('not %s', (url) => {
    expect(isSignOutAddress(url)).toBe(false);
  });

  test('one without end is not read', () => {
    const long = (length: number) => 'https://a.example/logout?x='.padEnd(length, 'x');
    expect(isSignOutAddress(long(maxSignOutAddress))).toBe(true);
    expect(isSignOutAddress(long(maxSignOutAddress + 1))).toBe(false);
  });
});
