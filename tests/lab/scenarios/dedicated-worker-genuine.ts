import type { Scenario } from './scenario.ts';

export const dedicatedWorkerGenuine: Scenario = {
  id: 'dedicated-worker-genuine',
  title: 'Genuine, in a worker',
  summary: 'The mail page leaves its requests to a worker.',
  webmail: 'work',
  door: 'dedicated-worker',
  verdict: 'verified',
  failing: [],
};
