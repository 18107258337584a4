import type { Provider } from './provider.ts';

/** Fastmail. Its pages call the interface with access tokens that begin with fma1-. */
export const fastmail: Provider = {
  id: 'fastmail',
  name: 'Fastmail',
  hosts: ['app.fastmail.com'],
  apiHosts: ['api.fastmail.com'],
  issuers: [],
  isOpaque: true,
  sessionCookies: [
    {
      name: '__Host-s_',
      isPrefix: true,
      purpose: 'session',
      httpOnly: null,
      secure: true,
      sameSite: null,
      verified: false,
    },
    {
      name: '__Secure-f_',
      isPrefix: true,
      purpose: 'session',
      httpOnly: null,
      secure: true,
      sameSite: null,
      verified: false,
    },
  ],
  signOutUrl: 'https://app.fastmail.com/settings/security',
  citations: [
    {
      url: 'https://www.fastmail.com/policies/cookies-policy/',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://www.fastmail.help/hc/en-us/articles/360058752514-Logged-in-sessions',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://www.fastmail.com/for-developers/integrating-with-fastmail/',
      read: '2026-11-25',
      verified: false,
    },
  ],
};
