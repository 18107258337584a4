import type { Scenario } from './scenario.ts';

export const msauthGenuine: Scenario = {
  id: 'msauth-genuine',
  title: 'Genuine, inside an MSAuth header',
  summary: 'The token travels inside another header, beside a second one.',
  webmail: 'work',
  door: 'msauth',
  verdict: 'verified',
  failing: [],
};
