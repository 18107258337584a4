import type { Provider } from './provider.ts';

/** WEB.DE, of the same house as GMX. */
export const webDe: Provider = {
  id: 'web-de',
  name: 'WEB.DE',
  hosts: ['navigator.web.de', 'bap.navigator.web.de', '3c.web.de', '3c-bap.web.de'],
  apiHosts: [],
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
  signOutUrl: 'https://hilfe.web.de/sicherheit/sitzungen/sitzungen-beenden.html',
  citations: [
    {
      url: 'https://hilfe.web.de/sicherheit/sitzungen/sitzungen-beenden.html',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://hilfe.web.de/account/netid/privacy-center/derzeit-angemeldet.html',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://navigator.web.de/', read: '2026-11-25', verified: false },
  ],
};
