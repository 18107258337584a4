import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const sessionStorageForged: Scenario = {
  id: 'session-storage-forged',
  title: 'Forged, in the client library’s cache',
  summary:
    'Microsoft’s client library keeps the token in session storage, and the page sends it nowhere. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'session-storage',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
