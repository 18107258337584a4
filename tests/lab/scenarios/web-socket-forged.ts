import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const webSocketForged: Scenario = {
  id: 'web-socket-forged',
  title: 'Forged, in the address of a WebSocket',
  summary:
    'The mail page opens a WebSocket with the token in its address. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'web-socket',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
