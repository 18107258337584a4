import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const oktaStorageForged: Scenario = {
  id: 'okta-storage-forged',
  title: 'Forged, in Okta’s place in local storage',
  summary:
    'The page keeps the token in local storage, in the form of Okta’s library, and sends it nowhere. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'okta-storage',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
