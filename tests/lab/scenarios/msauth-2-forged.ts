import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const msauth2Forged: Scenario = {
  id: 'msauth-2-forged',
  title: 'Forged, inside an MSAuth 2.0 header',
  summary:
    'The token travels inside another header, of its second version. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'msauth-2',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
