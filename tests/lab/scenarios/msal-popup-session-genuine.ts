import type { Scenario } from './scenario.ts';

export const msalPopupSessionGenuine: Scenario = {
  id: 'msal-popup-session-genuine',
  title: 'Genuine, signed in in a window of its own, kept in session storage',
  summary:
    'Microsoft’s client library signs in through a window of its own and keeps the token in session storage. The page sends it nowhere.',
  webmail: 'work',
  client: 'msal',
  way: 'popup',
  door: 'session-storage',
  verdict: 'verified',
  failing: [],
};
