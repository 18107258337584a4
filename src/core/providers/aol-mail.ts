import type { Provider } from './provider.ts';

/** AOL Mail, which belongs to Yahoo and signs in through Yahoo’s services under its own names. */
export const aolMail: Provider = {
  id: 'aol-mail',
  name: 'AOL Mail',
  hosts: ['mail.aol.com'],
  apiHosts: [],
  issuers: ['yahoo'],
  isOpaque: true,
  signOutUrl: 'https://help.aol.com/articles/recognize-a-hacked-aol-mail-account',
  citations: [
    {
      url: 'https://help.aol.com/articles/recognize-a-hacked-aol-mail-account',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://legal.yahoo.com/ie/en/yahoo/privacy/cookies/index.html',
      read: '2026-11-25',
      verified: false,
    },
  ],
};
