import type { Provider } from './provider.ts';

/** Proton Mail. A cookie for each account holds its access token, another one what renews it. */
export const protonMail: Provider = {
  id: 'proton-mail',
  name: 'Proton Mail',
  hosts: ['mail.proton.me'],
  apiHosts: [],
  cookieHosts: ['proton.me'],
  issuers: [],
  isOpaque: true,
  sessionCookies: [
    {
      name: 'AUTH-',
      isPrefix: true,
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
    {
      name: 'REFRESH-',
      isPrefix: true,
      purpose: 'renewal',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
    {
      name: 'Session-Id',
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
  ],
  signOutUrl: 'https://account.proton.me/u/0/mail/security',
  citations: [
    {
      url: 'https://protonmail.com/support/knowledge-base/log-out-all-other-sessions/',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://github.com/ProtonMail/go-proton-api', read: '2026-11-24', verified: true },
  ],
};
