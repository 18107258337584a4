import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const frameStorageForged: Scenario = {
  id: 'frame-storage-forged',
  title: 'Forged, in the storage of a frame',
  summary:
    'A frame of another of the webmail’s hosts keeps the token in its own local storage, and sends it nowhere. It is signed with a key for private accounts.',
  webmail: 'work',
  client: 'oidc-client-ts',
  door: 'frame-storage',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
