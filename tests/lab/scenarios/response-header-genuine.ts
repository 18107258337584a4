import type { Scenario } from './scenario.ts';

export const responseHeaderGenuine: Scenario = {
  id: 'response-header-genuine',
  title: 'Genuine, in the header of an answer',
  summary: 'The mail service renews the token in the header of an answer.',
  webmail: 'work',
  door: 'response-header',
  verdict: 'verified',
  failing: [],
};
