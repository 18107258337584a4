import type { Scenario } from './scenario.ts';

export const queryGenuine: Scenario = {
  id: 'query-genuine',
  title: 'Genuine, in the query of a redirect',
  summary:
    'The sign-in service sends the ID token to the mail service in the query of an address, which no page is shown under.',
  webmail: 'work',
  door: 'query',
  verdict: 'verified',
  failing: [],
};
