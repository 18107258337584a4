import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const eventStreamForged: Scenario = {
  id: 'event-stream-forged',
  title: 'Forged, in the address of an event stream',
  summary:
    'The mail page listens to an event stream with the token in its address. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'event-stream',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
