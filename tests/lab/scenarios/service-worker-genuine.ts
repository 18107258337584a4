import type { Scenario } from './scenario.ts';

export const serviceWorkerGenuine: Scenario = {
  id: 'service-worker-genuine',
  title: 'Genuine, in the site’s own service worker',
  summary: 'The mail page leaves its requests to its service worker, which belongs to no tab.',
  webmail: 'work',
  door: 'service-worker',
  verdict: 'verified',
  failing: [],
};
