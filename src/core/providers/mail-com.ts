import type { Provider } from './provider.ts';

/** mail.com, of the same house as GMX. Its access tokens say their end in milliseconds. */
export const mailCom: Provider = {
  id: 'mail-com',
  name: 'mail.com',
  hosts: ['navigator-lxa.mail.com', 'webmailer.mail.com', '3c-lxa.mail.com'],
  apiHosts: ['maillist.mail.com', 'webmail-cats-live.mail.com'],
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
  signOutUrl: 'https://support.mail.com/security/general/view-and-terminate-sessions.html',
  citations: [
    {
      url: 'https://support.mail.com/security/general/view-and-terminate-sessions.html',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://navigator-lxa.mail.com/', read: '2026-11-25', verified: false },
  ],
};
