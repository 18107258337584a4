import type { Scenario } from './scenario.ts';

export const oktaStorageGenuine: Scenario = {
  id: 'okta-storage-genuine',
  title: 'Genuine, in Okta’s place in local storage',
  summary:
    'The page keeps the token in local storage, in the form of Okta’s library, and sends it nowhere.',
  webmail: 'work',
  door: 'okta-storage',
  verdict: 'verified',
  failing: [],
};
