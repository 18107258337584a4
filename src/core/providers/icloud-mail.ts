import type { Provider } from './provider.ts';

/** iCloud Mail, also in China. Its interfaces have a number of the account’s in their names, so they cannot be named here. */
export const icloudMail: Provider = {
  id: 'icloud-mail',
  name: 'iCloud Mail',
  hosts: ['www.icloud.com', 'www.icloud.com.cn'],
  apiHosts: [],
  cookieHosts: ['icloud.com', 'icloud.com.cn'],
  issuers: ['apple'],
  isOpaque: true,
  sessionCookies: [
    {
      name: 'X-APPLE-WEBAUTH-TOKEN',
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
    {
      name: 'X-APPLE-DS-WEB-SESSION-TOKEN',
      purpose: 'session',
      httpOnly: true,
      secure: true,
      sameSite: null,
      verified: false,
    },
    {
      name: 'X-APPLE-WEBAUTH-VALIDATE',
      purpose: 'session',
      httpOnly: null,
      secure: null,
      sameSite: null,
      verified: false,
    },
    {
      name: 'X-APPLE-WEBAUTH-USER',
      purpose: 'sign-in',
      httpOnly: true,
      secure: true,
      sameSite: null,
      verified: false,
    },
    {
      name: 'X-APPLE-WEBAUTH-HSA-TRUST',
      purpose: 'device',
      httpOnly: true,
      secure: true,
      sameSite: null,
      verified: false,
    },
  ],
  signOutUrl: 'https://www.icloud.com/settings/',
  citations: [
    { url: 'https://github.com/picklepete/pyicloud', read: '2026-11-25', verified: false },
    {
      url: 'https://github.com/icloud-photos-downloader/icloud_photos_downloader',
      read: '2026-11-25',
      verified: false,
    },
    {
      url: 'https://www.businessinsider.com/how-to-sign-out-of-icloud-on-all-devices',
      read: '2026-11-25',
      verified: false,
    },
  ],
};
