import type { Scenario } from './scenario.ts';

export const sessionStorageGenuine: Scenario = {
  id: 'session-storage-genuine',
  title: 'Genuine, in the client library’s cache',
  summary:
    'Microsoft’s client library keeps the token in session storage, and the page sends it nowhere.',
  webmail: 'work',
  door: 'session-storage',
  verdict: 'verified',
  failing: [],
};
