import type { Provider } from './provider.ts';

/** GMX in its German and international forms. Its pages get short-lived tokens for the session’s cookies. */
export const gmx: Provider = {
  id: 'gmx',
  name: 'GMX',
  hosts: [
    'navigator.gmx.net',
    'bap.navigator.gmx.net',
    'webmailer.gmx.net',
    '3c.gmx.net',
    '3c-bap.gmx.net',
    'navigator-bs.gmx.com',
    '3c-bs.gmx.com',
  ],
  apiHosts: ['maillist.gmx.net'],
  issuers: [],
  isOpaque: true,
  sessionCookies: [
    {
      name: 'JSESSIONID',
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
  ],
  signOutUrl: 'https://hilfe.gmx.net/sicherheit/sitzungen/unbekannte-sitzung.html',
  citations: [
    {
      url: 'https://hilfe.gmx.net/sicherheit/sitzungen/unbekannte-sitzung.html',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://oauth2.gmx.net/token', read: '2026-11-25', verified: false },
  ],
};
