import type { Scenario } from './scenario.ts';

export const fragmentGenuine: Scenario = {
  id: 'fragment-genuine',
  title: 'Genuine, in the address',
  summary: 'The sign-in service sends the ID token back in the page’s address.',
  webmail: 'work',
  door: 'fragment',
  verdict: 'verified',
  failing: [],
};
