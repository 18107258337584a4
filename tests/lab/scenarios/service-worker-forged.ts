import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const serviceWorkerForged: Scenario = {
  id: 'service-worker-forged',
  title: 'Forged, in the site’s own service worker',
  summary:
    'The mail page leaves its requests to its service worker, which belongs to no tab. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'service-worker',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
