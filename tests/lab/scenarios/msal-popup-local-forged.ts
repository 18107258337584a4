import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const msalPopupLocalForged: Scenario = {
  id: 'msal-popup-local-forged',
  title: 'Forged, signed in in a window of its own, kept encrypted',
  summary:
    'Microsoft’s client library signs in through a window of its own and keeps the token encrypted in local storage. The page sends it with its requests. It is signed with a key for private accounts.',
  webmail: 'work',
  client: 'msal',
  way: 'popup',
  verdict: 'danger',
  failing: ['key-foreign'],
  says: ['It is an encrypted cache of MSAL.js, which only the page that keeps it can read.'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
