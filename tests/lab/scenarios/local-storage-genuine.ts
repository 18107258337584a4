import type { Scenario } from './scenario.ts';

export const localStorageGenuine: Scenario = {
  id: 'local-storage-genuine',
  title: 'Genuine, in local storage',
  summary:
    'The page signs in with oidc-client-ts, which keeps the token in local storage, and sends it nowhere.',
  webmail: 'work',
  client: 'oidc-client-ts',
  door: 'local-storage',
  verdict: 'verified',
  failing: [],
};
