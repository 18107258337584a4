import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const msalPopupSessionForged: Scenario = {
  id: 'msal-popup-session-forged',
  title: 'Forged, signed in in a window of its own, kept in session storage',
  summary:
    'Microsoft’s client library signs in through a window of its own and keeps the token in session storage. The page sends it nowhere. It is signed with a key for private accounts.',
  webmail: 'work',
  client: 'msal',
  way: 'popup',
  door: 'session-storage',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
