import type { Scenario } from './scenario.ts';

export const localStorageGenuine: Scenario = {
  id: 'local-storage-genuine',
  title: 'Genuine, in local storage',
  summary: 'The mail page keeps the token in local storage and sends it nowhere.',
  webmail: 'work',
  door: 'local-storage',
  verdict: 'verified',
  failing: [],
};
