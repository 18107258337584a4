import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const oidcClientSessionForged: Scenario = {
  id: 'oidc-client-session-forged',
  title: 'Forged, signed in by another library, in session storage',
  summary:
    'The page signs in with oidc-client-ts, which keeps the token in session storage, and sends it nowhere. It is signed with a key for private accounts.',
  webmail: 'work',
  client: 'oidc-client-ts',
  door: 'session-storage',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
