import type { Scenario } from './scenario.ts';

export const oidcClientSessionGenuine: Scenario = {
  id: 'oidc-client-session-genuine',
  title: 'Genuine, signed in by another library, in session storage',
  summary:
    'The page signs in with oidc-client-ts, which keeps the token in session storage, and sends it nowhere.',
  webmail: 'work',
  client: 'oidc-client-ts',
  door: 'session-storage',
  verdict: 'verified',
  failing: [],
};
