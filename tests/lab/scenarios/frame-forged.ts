import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const frameForged: Scenario = {
  id: 'frame-forged',
  title: 'Forged, in a frame',
  summary:
    'The mail page asks for mail from a frame inside of it. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'frame',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
