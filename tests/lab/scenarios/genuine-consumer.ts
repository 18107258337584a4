import type { Scenario } from './scenario.ts';

export const genuineConsumer: Scenario = {
  id: 'genuine-consumer',
  title: 'Genuine private account',
  summary: 'You sign in to private mail at Outlook.com. Everything is as it should be.',
  webmail: 'consumer',
  verdict: 'verified',
  failing: [],
};
