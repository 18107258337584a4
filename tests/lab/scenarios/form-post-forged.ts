import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const formPostForged: Scenario = {
  id: 'form-post-forged',
  title: 'Forged, posted by the sign-in',
  summary:
    'The sign-in service posts an ID token to the mail service, and no page ever holds it. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'form-post',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
