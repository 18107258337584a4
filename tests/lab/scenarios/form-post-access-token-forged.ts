import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const formPostAccessTokenForged: Scenario = {
  id: 'form-post-access-token-forged',
  title: 'Forged, an access token that the sign-in posts',
  summary:
    'The sign-in service posts an access token, and no ID token, to the mail service, and no page ever holds it. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'form-post-access-token',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
