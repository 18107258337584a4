import type { Provider } from './provider.ts';

/** Mail.ru. Each of its services has a session cookie of its own beside the common one. */
export const mailRu: Provider = {
  id: 'mail-ru',
  name: 'Mail.ru',
  hosts: ['e.mail.ru'],
  apiHosts: [],
  cookieHosts: ['mail.ru'],
  issuers: [],
  isOpaque: true,
  sessionCookies: [
    {
      name: 'Mpop',
      purpose: 'sign-in',
      httpOnly: null,
      secure: null,
      sameSite: null,
    },
    {
      name: 'sdcs',
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
  ],
  signOutUrl: 'https://id.mail.ru/security',
  citations: [
    {
      url: 'https://hackernoon.com/divide-and-govern-how-we-implemented-session-separation-at-mail-ru-portal-ea5619ed12ef',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://id.mail.ru/security', read: '2026-11-25', verified: false },
  ],
};
