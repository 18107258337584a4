import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const localStorageForged: Scenario = {
  id: 'local-storage-forged',
  title: 'Forged, in local storage',
  summary:
    'The page signs in with oidc-client-ts, which keeps the token in local storage, and sends it nowhere. It is signed with a key for private accounts.',
  webmail: 'work',
  client: 'oidc-client-ts',
  door: 'local-storage',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
