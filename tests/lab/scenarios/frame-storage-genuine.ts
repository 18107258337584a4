import type { Scenario } from './scenario.ts';

export const frameStorageGenuine: Scenario = {
  id: 'frame-storage-genuine',
  title: 'Genuine, in the storage of a frame',
  summary:
    'A frame of another of the webmail’s hosts keeps the token in its own local storage, and sends it nowhere.',
  webmail: 'work',
  client: 'oidc-client-ts',
  door: 'frame-storage',
  verdict: 'verified',
  failing: [],
};
