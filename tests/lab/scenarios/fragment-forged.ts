import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const fragmentForged: Scenario = {
  id: 'fragment-forged',
  title: 'Forged, in the address',
  summary:
    'The sign-in service sends the ID token back in the page’s address. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'fragment',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
