import type { Provider } from './provider.ts';

/** Yandex Mail. Its ID tokens are sealed with a secret of the application that asked for them. */
export const yandexMail: Provider = {
  id: 'yandex-mail',
  name: 'Yandex Mail',
  hosts: [
    'mail.yandex.ru',
    'mail.yandex.com',
    'mail.yandex.by',
    'mail.yandex.kz',
    'mail.yandex.uz',
    'mail.yandex.com.tr',
  ],
  apiHosts: [],
  cookieHosts: ['yandex.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.uz', 'yandex.com.tr'],
  issuers: [],
  isOpaque: true,
  // As in cookie jars that people exported, read 2026-11-25.
  sessionCookies: [
    {
      name: 'Session_id',
      purpose: 'session',
      httpOnly: true,
      secure: true,
      sameSite: 'none',
      verified: false,
    },
    {
      name: 'sessionid2',
      purpose: 'session',
      httpOnly: true,
      secure: true,
      sameSite: 'none',
      verified: false,
    },
  ],
  signOutUrl: 'https://id.yandex.com/security',
  citations: [
    { url: 'https://yandex.com/dev/id/doc/en/tokens/jwt', read: '2026-11-24', verified: true },
    { url: 'https://id.yandex.com/security', read: '2026-11-25', verified: false },
  ],
};
