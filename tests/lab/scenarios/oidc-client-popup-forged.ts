import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const oidcClientPopupForged: Scenario = {
  id: 'oidc-client-popup-forged',
  title: 'Forged, signed in by another library, in a window of its own',
  summary:
    'The page signs in with oidc-client-ts through a window of its own, keeps the token in its memory and sends it with its requests. It is signed with a key for private accounts.',
  webmail: 'work',
  client: 'oidc-client-ts',
  way: 'popup',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
