import type { Scenario } from './scenario.ts';

export const msalPopupLocalGenuine: Scenario = {
  id: 'msal-popup-local-genuine',
  title: 'Genuine, signed in in a window of its own, kept encrypted',
  summary:
    'Microsoft’s client library signs in through a window of its own and keeps the token encrypted in local storage. The page sends it with its requests.',
  webmail: 'work',
  client: 'msal',
  way: 'popup',
  verdict: 'verified',
  failing: [],
  says: ['It is an encrypted cache of MSAL.js, which only the page that keeps it can read.'],
};
