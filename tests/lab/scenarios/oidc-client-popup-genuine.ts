import type { Scenario } from './scenario.ts';

export const oidcClientPopupGenuine: Scenario = {
  id: 'oidc-client-popup-genuine',
  title: 'Genuine, signed in by another library, in a window of its own',
  summary:
    'The page signs in with oidc-client-ts through a window of its own, keeps the token in its memory and sends it with its requests.',
  webmail: 'work',
  client: 'oidc-client-ts',
  way: 'popup',
  verdict: 'verified',
  failing: [],
};
