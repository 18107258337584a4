import type { Scenario } from './scenario.ts';

export const genuine: Scenario = {
  id: 'genuine',
  title: 'Genuine session',
  summary: 'You sign in to the mail of your organisation. Everything is as it should be.',
  webmail: 'work',
  verdict: 'verified',
  failing: [],
};
