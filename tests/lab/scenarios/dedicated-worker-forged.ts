import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const dedicatedWorkerForged: Scenario = {
  id: 'dedicated-worker-forged',
  title: 'Forged, in a worker',
  summary:
    'The mail page leaves its requests to a worker. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'dedicated-worker',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
