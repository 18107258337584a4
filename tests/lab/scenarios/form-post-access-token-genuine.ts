import type { Scenario } from './scenario.ts';

export const formPostAccessTokenGenuine: Scenario = {
  id: 'form-post-access-token-genuine',
  title: 'Genuine, an access token that the sign-in posts',
  summary:
    'The sign-in service posts an access token, and no ID token, to the mail service, and no page ever holds it.',
  webmail: 'work',
  door: 'form-post-access-token',
  verdict: 'verified',
  failing: [],
};
