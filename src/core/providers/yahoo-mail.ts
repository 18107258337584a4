import type { Provider } from './provider.ts';

/** Yahoo Mail. */
export const yahooMail: Provider = {
  id: 'yahoo-mail',
  name: 'Yahoo Mail',
  hosts: ['mail.yahoo.com'],
  apiHosts: ['apis.mail.yahoo.com'],
  cookieHosts: ['yahoo.com'],
  issuers: ['yahoo'],
  isOpaque: true,
  sessionCookies: [
    {
      name: 'Y',
      purpose: 'sign-in',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
    {
      name: 'T',
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
  ],
  signOutUrl: 'https://login.yahoo.com/account/activity',
  citations: [
    {
      url: 'https://help.yahoo.com/kb/account/find-remove-unusual-activity-yahoo-account-sln2073.html',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://api.login.yahoo.com/.well-known/openid-configuration',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://legal.yahoo.com/ie/en/yahoo/privacy/cookies/index.html',
      read: '2026-11-25',
      verified: false,
    },
  ],
};
